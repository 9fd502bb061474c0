import { describe, expect, it } from "vitest";
import { openTestProgram } from "./openTestProgram.ts";
import { createMemoryFiles } from "../../conformance/memoryFiles.ts";

async function open(files: Readonly<Record<string, string>>, timeLimit = 2000) {
  const printed: string[] = [];
  const program = await openTestProgram({
    files: createMemoryFiles(files),
    timeLimit,
    now: () => performance.now(),
    print: (stream, text) => printed.push(`${stream}: ${text}`),
  });
  return { program, printed };
}

const revision = `/** add users
 *
 * More words.
 */
import { op } from "alembic";
export const revision = "a1";
export const downRevision = null;
`;

describe("a revision file", () => {
  it("tells its identifiers and its docstring", async () => {
    const { program } = await open({ "alembic/versions/a1.ts": revision });
    expect(program.loadRevision("alembic/versions/a1.ts")).toEqual({
      path: "alembic/versions/a1.ts",
      revision: "a1",
      downRevision: null,
      branchLabels: null,
      dependsOn: null,
      docstring: "add users\n\nMore words.\n\n",
    });
  });
});
