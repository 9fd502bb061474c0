import type { Diagnostic } from "vscode-languageserver-types";

/**
 * Whether the server is wrong about SQLAlchemy. The methods of a mixin that `declared_attr` marks are called with the class, and
 * `cls.__name__` names the table in many projects; the server takes their first parameter for an object.
 */
export function isFalseAlarm({ code, message }: Diagnostic): boolean {
  const text = typeof message === "string" ? message : message.value;
  return code === "reportAttributeAccessIssue" && text.includes('attribute "__name__"');
}
