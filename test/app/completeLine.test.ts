import { describe, expect, it } from "vitest";
import { completeLine } from "../../src/app/terminal/completeLine.ts";
import { alembicParser } from "../../src/engine/commands/commandTable.ts";

const world = {
  parser: alembicParser,
  revisions: ["043bdf6fcef1", "88fb11965e20"],
  labels: ["shop"],
  files: ["models.ts", "alembic/env.ts"],
};
const line = (text: string) => completeLine(text, world).line;

describe("completeLine", () => {
  it.each([
    ["al", "alembic "],
    ["alembic up", "alembic upgrade "],
    ["alembic upgrade 04", "alembic upgrade 043bdf6fcef1 "],
    ["alembic upgrade bas", "alembic upgrade base "],
    ["alembic revision --autog", "alembic revision --autogenerate "],
    ["alembic revision --rev-id 8", "alembic revision --rev-id 88fb11965e20 "],
    ["alembic upgrade shop@b", "alembic upgrade shop@base "],
    ["alembic revision --head shop@h", "alembic revision --head shop@head "],
    ["cat mod", "cat models.ts "],
    ["alembic xyz", "alembic xyz"],
  ])("%s", (typed, completed) => expect(line(typed)).toBe(completed));

  it("completes what all candidates share and lists them", () => {
    expect(completeLine("alembic h", world)).toEqual({ line: "alembic h", candidates: ["heads", "history"] });
    expect(completeLine("alembic upgrade he", world)).toEqual({
      line: "alembic upgrade head",
      candidates: ["head", "heads"],
    });
  });
});
