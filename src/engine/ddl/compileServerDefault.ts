import { compileText } from "./compileText.ts";
import { renderString } from "./renderLiteral.ts";
import type { CompileContext } from "./compileContext.ts";
import type { ServerDefault } from "../schema/sqlExpression.ts";

/** What follows DEFAULT: a plain string is a literal, `text()` is SQL; undefined for a default of which nothing is known. */
export function compileServerDefault(serverDefault: ServerDefault, context: CompileContext): string | undefined {
  if (typeof serverDefault === "string") return renderString(serverDefault, context);
  switch (serverDefault.kind) {
    case "text":
      return compileText(serverDefault, context);
    case "literalColumn":
      return serverDefault.text;
    case "fetchedValue":
      return undefined;
  }
}
