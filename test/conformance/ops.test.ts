import { expect, it } from "vitest";
import { runOpsCase } from "./ops.ts";
import { readCases } from "./readCases.ts";

it("every operation gives Alembic's SQL", () => {
  const failures = readCases<{ readonly id: string }>("ops").flatMap((opsCase) => {
    const found = runOpsCase(opsCase);
    return found === null ? [] : [`${opsCase.id}: ${found}`];
  });
  expect(failures).toEqual([]);
});
