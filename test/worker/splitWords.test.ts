import { expect, it } from "vitest";
import { UnclosedQuoteError, splitWords } from "../../src/worker/splitWords.ts";

it.each([
  ["alembic upgrade head", ["alembic", "upgrade", "head"]],
  ["  alembic   current ", ["alembic", "current"]],
  [`alembic revision -m "create posts table"`, ["alembic", "revision", "-m", "create posts table"]],
  [`a 'it is "so"' b`, ["a", 'it is "so"', "b"]],
  [`a "say \\"x\\" \\n"`, ["a", 'say "x" \\n']],
  [`a\\ b ""`, ["a b", ""]],
  [`--message=a" "b`, ["--message=a b"]],
  ["", []],
])("splits %s", (line, words) => {
  expect(splitWords(line)).toEqual(words);
});

it("says where a quote was opened", () => {
  expect(() => splitWords(`alembic revision -m "oops`)).toThrow(new UnclosedQuoteError('"', 21));
});
