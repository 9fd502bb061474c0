import { ProgramError } from "./errors.ts";
import type { Constraint } from "./schema/constraint.ts";
import type { RenderedItem, RenderedItemKind, RenderItemFunction } from "./userFunctions.ts";

/** How `renderItem` names each constraint; Alembic does not ask it about an exclude constraint. */
const constraintKinds = {
  primaryKey: "primary_key",
  foreignKey: "foreign_key",
  unique: "unique",
  check: "check",
  exclude: null,
} as const;

/** What `renderItem` says of a constraint; false to render it as usual. */
export function renderConstraintItem<Answer>(
  constraint: Constraint,
  renderItem: (kind: RenderedItemKind, item: RenderedItem) => Answer | false,
): Answer | false {
  const kind = constraintKinds[constraint.kind];
  return kind === null ? false : renderItem(kind, constraint);
}

/** What env's `renderItem` says of an item: its text and imports, null to leave the item out, false to render it as usual. */
export function readRenderedItem(
  renderItem: RenderItemFunction | undefined,
  kind: RenderedItemKind,
  item: RenderedItem,
): { readonly text: string; readonly imports: readonly string[] } | null | false {
  const answer = renderItem === undefined ? false : (renderItem(kind, item) ?? null);
  if (answer === null || answer === false) return answer;
  if (typeof answer === "string") return { text: answer, imports: [] };
  if (typeof answer === "object" && "text" in answer && typeof answer.text === "string") {
    const imports: readonly unknown[] = "imports" in answer && Array.isArray(answer.imports) ? answer.imports : [];
    return { text: answer.text, imports: imports.map(String) };
  }
  throw new ProgramError("TypeError", `renderItem must answer text, { text, imports }, null or false for a ${kind}`);
}
