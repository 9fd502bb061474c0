import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { CliCase } from "./cliCase.ts";
import { createCliRunner } from "./cli.ts";
import { parseCase } from "./parseCase.ts";

const recorded = [
  new URL("../../../shared/conformance/cli.jsonl", import.meta.url),
  new URL("cases/cli.jsonl", import.meta.url),
];
const source = recorded.map((url) => fileURLToPath(url)).find((path) => existsSync(path));
const cases =
  source === undefined
    ? []
    : readFileSync(source, "utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => parseCase(line) as CliCase);
const run = await createCliRunner();

describe("the command line behaves as Alembic's", () => {
  it("has cases", () => {
    expect(cases.length).toBeGreaterThan(100);
  });

  it.each(cases.map((testCase): [string, CliCase] => [testCase.id, testCase]))("%s", (_id, testCase) => {
    expect(run(testCase)).toBeNull();
  });
});
