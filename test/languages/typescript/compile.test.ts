import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readGuestTypes } from "../../../scripts/vite/guestTypes.ts";
import type { Operation } from "../../../src/engine/operations/operation.ts";
import { renderTypeScriptOperations } from "../../../src/languages/typescript/render/renderTypeScriptOperations.ts";
import { projectTemplate } from "../../../src/languages/typescript/projectTemplate.ts";
import { renderTemplate } from "../../../src/languages/typescript/render/renderRevision.ts";
import { decodeOperation } from "../../conformance/decode.ts";
import { starterFiles } from "./openProject.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const shared = join(root, "../shared/conformance");
const cases = existsSync(shared) ? shared : join(root, "test/conformance/cases");

/** The options of the page's editor. */
const compilerOptions = {
  target: "esnext",
  module: "esnext",
  moduleResolution: "bundler",
  strict: true,
  noEmit: true,
  lib: ["es2022"],
  types: [],
  isolatedModules: true,
  verbatimModuleSyntax: true,
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "stillroom-types-"));
  const { texts } = readGuestTypes(root);
  for (const [path, text] of Object.entries(texts)) write(path, text);
  write("tsconfig.json", JSON.stringify({ compilerOptions, include: ["project"] }));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** What the compiler complains about, a line each. */
function compile(): readonly string[] {
  try {
    execFileSync(join(root, "node_modules/.bin/tsc"), ["-p", folder], { encoding: "utf8" });
    return [];
  } catch (error) {
    return (error as { readonly stdout: string }).stdout.trim().split("\n");
  }
}

function revision(upgrade: readonly Operation[], downgrade: readonly Operation[]): string {
  const up = renderTypeScriptOperations(upgrade);
  const down = renderTypeScriptOperations(downgrade);
  return renderTemplate(projectTemplate.files["script.ts.template"] ?? "", {
    message: "case",
    upRevision: "a1",
    downRevision: null,
    createDate: "",
    branchLabels: null,
    dependsOn: null,
    imports: [...new Set([...up.imports, ...down.imports])],
    upgrades: up.body,
    downgrades: down.body,
  });
}

function readCases<Case>(suite: string): readonly Case[] {
  const lines = readFileSync(join(cases, `${suite}.jsonl`), "utf8")
    .trim()
    .split("\n");
  return lines.map((line) => JSON.parse(line) as Case);
}

it("the starters and what init writes compile", () => {
  for (const id of ["blog", "scratch"] as const)
    for (const [path, text] of Object.entries(starterFiles(id)))
      if (path.endsWith(".ts")) write(`project/${id}/${path}`, text);
  write("project/init/alembic/env.ts", projectTemplate.files["env.ts"] ?? "");
  expect(compile()).toEqual([]);
});

it("every recorded operation compiles as TypeScript", () => {
  for (const [index, one] of readCases<{ operation?: unknown; operations?: unknown[] }>("ops").entries())
    write(`project/ops${index}.ts`, revision((one.operations ?? [one.operation]).map(decodeOperation), []));
  expect(compile()).toEqual([]);
});

it("every generated revision compiles as TypeScript", () => {
  for (const [index, one] of readCases<{ upgrade_ops?: unknown[]; downgrade_ops?: unknown[] }>("autogen").entries())
    write(
      `project/autogen${index}.ts`,
      revision((one.upgrade_ops ?? []).map(decodeOperation), (one.downgrade_ops ?? []).map(decodeOperation)),
    );
  expect(compile()).toEqual([]);
});

it("a mistake does not compile", () => {
  write(
    "project/wrong.ts",
    'import { op } from "alembic";\nop.addColum("posts");\nop.dropTable("posts", { ifExist: true });\n',
  );
  expect(compile()).toEqual([
    expect.stringContaining("Property 'addColum' does not exist on type 'Operations'. Did you mean 'addColumn'?"),
    expect.stringContaining("'ifExist' does not exist in type"),
  ]);
});
