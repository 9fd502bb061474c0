import type { FileMap } from "../../worker/messages.ts";

/** A project to begin with. */
export interface Starter {
  readonly id: "blog" | "shop" | "two-heads" | "broken" | "scratch" | "blog-python" | "scratch-python";
  readonly title: string;
  readonly description: string;
  readonly files: FileMap;
  /** The file that the editor shows first. */
  readonly openFile: string;
}

const texts: Readonly<Record<string, string>> = import.meta.glob(
  "./{blog,shop,two-heads,broken,scratch,blog-python,scratch-python}/**",
  { query: "?raw", import: "default", eager: true },
);

function filesOf(id: Starter["id"]): FileMap {
  const prefix = `./${id}/`;
  const entries = Object.entries(texts)
    .filter(([path]) => path.startsWith(prefix))
    .map(([path, text]) => [path.slice(prefix.length), text] as const);
  return { ...Object.fromEntries(entries), "alembic/versions/": "" };
}

/** A project that differs from the empty one in its models and revisions alone. */
function onScratch(id: Starter["id"]): FileMap {
  return { ...filesOf("scratch"), ...filesOf(id) };
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
    id: "shop",
    title: "Shop with data",
    description: "Customers, products and sixty orders: rows that a migration has to carry along.",
    files: onScratch("shop"),
    openFile: "alembic/versions/a83b47f2c09e_count_the_stock.ts",
  },
  {
    id: "two-heads",
    title: "Two heads to merge",
    description: "Two people wrote a revision on the same day. Nothing goes to head until they are merged.",
    files: onScratch("two-heads"),
    openFile: "alembic/versions/6b1e92d05f37_profiles.ts",
  },
  {
    id: "broken",
    title: "Broken, to repair",
    description: "A revision that works on an empty table and on no other, and a way back that loses the wrong thing.",
    files: onScratch("broken"),
    openFile: "alembic/versions/c46f70b95d18_teams.ts",
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
