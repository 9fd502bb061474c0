import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createAutogenRunner, type AutogenCase } from "./autogen.ts";
import { parseCase } from "./parseCase.ts";

const files = [
  new URL("../../../shared/conformance/autogen.jsonl", import.meta.url),
  new URL("./cases/autogen.jsonl", import.meta.url),
];

describe("autogenerate compares as Alembic does", () => {
  it.each(files.filter((file) => existsSync(file)).map((file) => [file.pathname, file] as const))(
    "%s",
    async (_path, file) => {
      const run = await createAutogenRunner();
      const failures: string[] = [];
      for (const line of readFileSync(file, "utf8").trim().split("\n")) {
        const recorded = parseCase(line) as AutogenCase;
        const found = run(recorded);
        if (found !== null) failures.push(`${recorded.id}: ${found}`);
      }
      expect(failures).toEqual([]);
    },
    120_000,
  );
});
