import { describe, expect, it } from "vitest";
import type { CliCase } from "./cliCase.ts";
import { createCliRunner } from "./cli.ts";
import { readCases } from "./readCases.ts";

const cases = readCases<CliCase>("cli");
const run = await createCliRunner();

describe("the command line behaves as Alembic's", () => {
  it.each(cases.map((testCase): [string, CliCase] => [testCase.id, testCase]))("%s", (_id, testCase) => {
    expect(run(testCase)).toBeNull();
  });
});
