import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const source = fileURLToPath(new URL("../../src", import.meta.url));

/** Which layer may import which: the arrows of ARCHITECTURE.md. A layer may always import itself. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  page: ["ui", "app", "worker", "workspace", "lessons", "database", "offline"],
  ui: ["app", "worker", "workspace", "lessons", "languages", "offline", "engine"],
  app: ["worker", "workspace", "lessons", "languages", "database", "engine"],
  worker: ["database", "languages", "engine"],
  workspace: ["engine", "worker/messages.ts"],
  lessons: ["engine"],
  languages: ["engine"],
  database: ["engine"],
  offline: [],
  engine: [],
};

/** The same inside the engine, by folder; files at its top may be imported by all. */
const engineArrows: Readonly<Record<string, readonly string[]>> = {
  schema: [],
  script: [],
  operations: ["schema"],
  ddl: ["operations", "schema"],
  expression: ["ddl", "schema"],
  reflection: ["schema", "runtime/migrationEvent.ts"],
  autogenerate: ["operations", "reflection", "ddl", "schema"],
  observation: ["operations", "reflection", "ddl", "schema", "runtime"],
  proof: ["reflection", "schema"],
  difference: ["reflection", "schema"],
  advice: ["operations", "reflection", "ddl", "schema", "autogenerate"],
  config: [],
  runtime: ["script", "ddl", "operations", "schema", "config"],
  commands: [
    "schema",
    "script",
    "operations",
    "ddl",
    "reflection",
    "autogenerate",
    "advice",
    "config",
    "runtime",
    "proof",
    "observation",
    "difference",
  ],
};

interface Import {
  readonly from: string;
  readonly to: string;
}

function readImports(): readonly Import[] {
  const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter(
    (path) => /\.tsx?$/.test(path) && !/^workspace\/starters\/[^/]+\//.test(path),
  );
  return files.flatMap((from) => {
    const text = readFileSync(join(source, from), "utf8");
    const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*"(\.{1,2}\/[^"]+)"/g)].map((match) => match[1] ?? "");
    return specifiers.map((specifier) => ({
      from,
      to: normalize(join(dirname(from), specifier.replace(/\?.*$/, ""))),
    }));
  });
}

function allowed(rules: Readonly<Record<string, readonly string[]>>, from: string, to: string): boolean {
  const layer = from.split("/")[0] ?? "";
  const target = to.split("/")[0] ?? "";
  if (layer === target || !from.includes("/")) return true;
  return (rules[layer] ?? []).some((rule) => rule === target || rule === to);
}

it("every import follows the arrows between the layers", () => {
  const imports = readImports();
  expect(imports.length).toBeGreaterThan(100);
  const wrong = imports.filter(({ from, to }) => !to.startsWith("..") && !allowed(arrows, from, to));
  expect(wrong).toEqual([]);
});

it("inside the engine as well", () => {
  const inside = readImports()
    .filter(({ from, to }) => from.startsWith("engine/") && to.startsWith("engine/"))
    .map(({ from, to }) => ({ from: from.slice("engine/".length), to: to.slice("engine/".length) }))
    .filter(({ to }) => to.includes("/"));
  expect(inside.filter(({ from, to }) => !allowed(engineArrows, from, to))).toEqual([]);
});

it("the engine knows neither screen nor clock nor network nor PGlite", () => {
  const forbidden =
    /\b(document|window|fetch|localStorage|indexedDB|setTimeout|Math\.random|Date\.now|performance)\b\s*[.(]|new Date\(\)|from "(react|@electric-sql|monaco|node:)/;
  const files = readdirSync(join(source, "engine"), { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".ts"),
  );
  const wrong = files.filter((path) => forbidden.test(readFileSync(join(source, "engine", path), "utf8")));
  expect(wrong).toEqual([]);
});
