import type { FileMap } from "../../worker/messages.ts";

/** A project to begin with. */
export interface Starter {
  readonly id: "blog" | "scratch" | "blog-python" | "scratch-python";
  readonly title: string;
  readonly description: string;
  readonly files: FileMap;
  /** The file that the editor shows first. */
  readonly openFile: string;
}

const texts: Readonly<Record<string, string>> = import.meta.glob("./{blog,scratch,blog-python,scratch-python}/**", {
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
  {
    id: "blog-python",
    title: "Blog (Python)",
    description: "The same blog, written for Alembic itself: Python, file by file.",
    files: filesOf("blog-python"),
    openFile: "alembic/versions/9b1e40c2a7d3_add_posts_owner_id.py",
  },
  {
    id: "scratch-python",
    title: "From scratch (Python)",
    description: "An empty history, in Python.",
    files: filesOf("scratch-python"),
    openFile: "models.py",
  },
];
