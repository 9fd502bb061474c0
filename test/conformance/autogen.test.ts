import { expect, it } from "vitest";
import { createAutogenRunner, type AutogenCase } from "./autogen.ts";
import { readCases } from "./readCases.ts";

it("autogenerate compares as Alembic does", async () => {
  const run = await createAutogenRunner();
  const failures = readCases<AutogenCase>("autogen").flatMap((recorded) => {
    const found = run(recorded);
    return found === null ? [] : [`${recorded.id}: ${found}`];
  });
  expect(failures).toEqual([]);
}, 180_000);
