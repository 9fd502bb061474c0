import type { FileMap } from "../../worker/messages.ts";

/** A project to begin with. */
export interface Starter {
  readonly id: "blog" | "scratch";
  readonly title: string;
  readonly description: string;
  readonly files: FileMap;
  /** The file that the editor shows first. */
  readonly openFile: string;
}

const texts: Readonly<Record<string, string>> = import.meta.glob("./{blog,scratch}/**", {
  query: "?raw",
  import: "default",
  eager: true,
});

function filesOf(id: Starter["id"]): FileMap {
  const prefix = `./${id}/`;
  const entries = Object.entries(texts)
    .filter(([path]) => path.startsWith(prefix))
    .map(([path, text]) => [path.slice(prefix.length), text] as const);
  return { ...Object.fromEntries(entries), "alembic/versions/": "" };
}

export const starters: readonly Starter[] = [
  {
    id: "blog",
    title: "Blog",
    description: "Three revisions that wait to be applied, and models one change ahead of them.",
    files: filesOf("blog"),
    openFile: "alembic/versions/9b1e40c2a7d3_add_posts_owner_id.ts",
  },
  {
    id: "scratch",
    title: "From scratch",
    description: "An empty history: you write the first revision.",
    files: filesOf("scratch"),
    openFile: "models.ts",
  },
];
