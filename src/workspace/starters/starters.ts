import type { FileMap } from "../../worker/messages.ts";

type ProjectId = "blog" | "shop" | "two-heads" | "broken" | "scratch";

/** A project to begin with. */
export interface Starter {
  readonly id: ProjectId | `${ProjectId}-python`;
  readonly title: string;
  readonly description: string;
  readonly files: FileMap;
  /** The file that the editor shows first. */
  readonly openFile: string;
}

const texts: Readonly<Record<string, string>> = import.meta.glob(
  "./{blog,shop,two-heads,broken,scratch}{,-python}/**",
  { query: "?raw", import: "default", eager: true },
);

function filesOf(folder: Starter["id"]): FileMap {
  const prefix = `./${folder}/`;
  const entries = Object.entries(texts)
    .filter(([path]) => path.startsWith(prefix))
    .map(([path, text]) => [path.slice(prefix.length), text] as const);
  return { ...Object.fromEntries(entries), "alembic/versions/": "" };
}

interface StarterProject {
  readonly id: ProjectId;
  readonly title: string;
  readonly description: string;
  /** The file that the editor shows first, without what its language puts behind the name. */
  readonly openFile: string;
  /** Whether it differs from the empty project in its models and revisions alone. */
  readonly onScratch: boolean;
}

const projects: readonly StarterProject[] = [
  {
    id: "blog",
    title: "Blog",
    description: "Three revisions that wait to be applied, and models one change ahead of them.",
    openFile: "alembic/versions/9b1e40c2a7d3_add_posts_owner_id",
    onScratch: false,
  },
  {
    id: "shop",
    title: "Shop with data",
    description: "Customers, products and sixty orders: rows that a migration has to carry along.",
    openFile: "alembic/versions/a83b47f2c09e_count_the_stock",
    onScratch: true,
  },
  {
    id: "two-heads",
    title: "Two heads to merge",
    description: "Two people wrote a revision on the same day. Nothing goes to head until they are merged.",
    openFile: "alembic/versions/6b1e92d05f37_profiles",
    onScratch: true,
  },
  {
    id: "broken",
    title: "Broken, to repair",
    description: "A revision that works on an empty table and on no other, and a way back that loses the wrong thing.",
    openFile: "alembic/versions/c46f70b95d18_teams",
    onScratch: true,
  },
  {
    id: "scratch",
    title: "From scratch",
    description: "An empty history: you write the first revision.",
    openFile: "models",
    onScratch: false,
  },
];

function starterOf(project: StarterProject, python: boolean): Starter {
  const { title, description, openFile, onScratch } = project;
  const folder = (id: ProjectId): Starter["id"] => (python ? `${id}-python` : id);
  const id = folder(project.id);
  return {
    id,
    title: python ? `${title} (Python)` : title,
    description,
    files: onScratch ? { ...filesOf(folder("scratch")), ...filesOf(id) } : filesOf(id),
    openFile: `${openFile}.${python ? "py" : "ts"}`,
  };
}

export const starters: readonly Starter[] = [false, true].flatMap((python) =>
  projects.map((project) => starterOf(project, python)),
);
