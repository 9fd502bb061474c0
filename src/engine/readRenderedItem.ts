import { ProgramError } from "./errors.ts";
import type { RenderedItem, RenderedItemKind, RenderItemFunction } from "./userFunctions.ts";

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
