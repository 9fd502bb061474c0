/** A part of the page that an embedded copy may show. */
export type EmbeddedPane = "history" | "code" | "database" | "terminal";

/** How the page stands inside of somebody else's. */
export interface Embedding {
  readonly panes: readonly EmbeddedPane[];
  readonly theme: "system" | "light" | "dark";
  /** The same workspace on a page of its own. */
  readonly address: string;
}

const all: readonly EmbeddedPane[] = ["history", "code", "database", "terminal"];
const usual: readonly EmbeddedPane[] = ["history", "code", "database"];

/**
 * Reads `?embed`, `?embed=history,terminal` and `theme=light|dark`; null: the page stands alone.
 * @param location as the page was opened
 */
export function readEmbedding({
  search,
  pathname,
  hash,
}: Pick<Location, "search" | "pathname" | "hash">): Embedding | null {
  const parameters = new URLSearchParams(search);
  const wanted = parameters.get("embed");
  if (wanted === null) return null;
  const chosen = all.filter((pane) => wanted.split(",").includes(pane));
  const theme = parameters.get("theme");
  return {
    panes: chosen.length === 0 ? usual : chosen,
    theme: theme === "light" || theme === "dark" ? theme : "system",
    address: `${pathname}${hash}`,
  };
}

/** What somebody pastes into a page of theirs. @param link the address of the workspace, with its `#` */
export function embedCode(link: string, title: string): string {
  const [page = "", hash = ""] = link.split("#");
  const safe = (text: string): string =>
    text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return `<iframe src="${safe(`${page}?embed#${hash}`)}" title="${safe(title)}" width="100%" height="560" loading="lazy" style="border:1px solid #ccc;border-radius:8px"></iframe>`;
}
