/** What the address asks for, after its `#`. */
export type Target =
  /** The workspace that was open last, or the first one. */
  | { readonly kind: "continue" }
  | { readonly kind: "startPage" }
  | { readonly kind: "workspace"; readonly id: string }
  | { readonly kind: "starter"; readonly id: string }
  | { readonly kind: "link"; readonly text: string };

/** @param hash with or without its `#` */
export function readTarget(hash: string): Target {
  const text = hash.replace(/^#/, "");
  if (text === "") return { kind: "continue" };
  if (text === "start") return { kind: "startPage" };
  const workspace = /^w\/([a-z0-9]+)$/.exec(text);
  if (workspace?.[1] !== undefined) return { kind: "workspace", id: workspace[1] };
  const starter = /^new\/([a-z0-9-]+)$/.exec(text);
  if (starter?.[1] !== undefined) return { kind: "starter", id: starter[1] };
  return { kind: "link", text };
}

export function workspaceHash(id: string): string {
  return `#w/${id}`;
}
