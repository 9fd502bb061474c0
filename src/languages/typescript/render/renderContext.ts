import type { RenderOptions } from "../../../engine/program.ts";
import { readRenderedItem } from "../../../engine/readRenderedItem.ts";
import type { RenderedItem, RenderedItemKind } from "../../../engine/userFunctions.ts";
import type { SourceNode } from "./sourceNode.ts";

/** What the renderers share while one body is written. Source: alembic.autogenerate.api.AutogenContext. */
export interface TypeScriptRenderContext {
  /** `op` or the batch's variable. */
  readonly op: string;
  /** Collects the import lines that the text needs. */
  readonly imports: Set<string>;
  /** The text that env's `renderItem` gives an item, undefined to leave it out, false to render it as usual. */
  readonly renderItem: (kind: RenderedItemKind, item: RenderedItem) => SourceNode | undefined | false;
}

export function createRenderContext({ renderItem }: Pick<RenderOptions, "renderItem">): TypeScriptRenderContext {
  const imports = new Set<string>();
  return {
    op: "op",
    imports,
    renderItem(kind, item) {
      const rendered = readRenderedItem(renderItem, kind, item);
      if (rendered === false) return false;
      for (const line of rendered?.imports ?? []) imports.add(line);
      return rendered?.text;
    },
  };
}
