import { expect, it } from "vitest";
import { quotedWord, revisionMessage } from "../../src/app/revisionMessage.ts";
import type { DriftChange } from "../../src/worker/messages.ts";
import { splitWords } from "../../src/worker/splitWords.ts";

const change = (sign: DriftChange["sign"], subject: string): DriftChange => ({
  sign,
  subject,
  title: subject,
  reason: "",
  operation: { kind: "dropTable", tableName: subject },
});

it("names the changes", () => {
  expect(revisionMessage([change("+", "posts.published")])).toBe("add posts.published");
  expect(revisionMessage([change("+", "a"), change("-", "b")])).toBe("add a, remove b");
  expect(revisionMessage([change("~", "a"), change("-", "b"), change("-", "c")])).toBe("change a and 2 more");
});

it.each(["plain", "two words", 'say "hi"', "cost $5 `x` \\ end", "it's"])("is read back as one word: %s", (text) => {
  expect(splitWords(`alembic -m ${quotedWord(text)}`)).toEqual(["alembic", "-m", text]);
});
