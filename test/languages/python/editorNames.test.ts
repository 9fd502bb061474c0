import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const guest = new URL("../../../src/languages/python/guest/alembic/", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, guest), "utf8");

function methods(text: string, from: string, to: string): readonly string[] {
  const body = text.slice(text.indexOf(from), to === "" ? text.length : text.indexOf(to));
  return [...body.matchAll(/^ {4}def ([a-z]\w*)\(\s*self/gmu)].map((match) => match[1] ?? "");
}

function offered(text: string): readonly string[] {
  return [...text.matchAll(/^ {4}(\w+) = _\w+\.\1$/gmu)].map((match) => match[1] ?? "");
}

describe("what an editor offers is what a run has", () => {
  it("op", () => {
    const all = methods(read("operations/base.py"), "class AbstractOperations", "class Operations(");
    expect(offered(read("op.py"))).toEqual(all.filter((name) => name !== "migration_context" && name !== "impl"));
  });

  it("context", () => {
    expect(offered(read("context.py"))).toEqual(
      methods(read("runtime/environment.py"), "class EnvironmentContext", ""),
    );
  });
});
