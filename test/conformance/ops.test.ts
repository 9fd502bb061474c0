import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { runOpsCase } from "./ops.ts";
import { parseCase } from "./parseCase.ts";

const FILES = [
  new URL("./cases/ops.jsonl", import.meta.url),
  new URL("../../../shared/conformance/ops.jsonl", import.meta.url),
];

for (const file of FILES.filter((candidate) => existsSync(candidate))) {
  test(`the SQL of every operation in ${file.pathname}`, () => {
    const lines = readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => line !== "");
    const failures = lines.flatMap((line) => {
      const opsCase = parseCase(line) as { readonly id: string };
      const found = runOpsCase(opsCase);
      return found === null ? [] : [`${opsCase.id}: ${found}`];
    });
    expect(lines.length).toBeGreaterThan(300);
    expect(failures).toEqual([]);
  });
}
