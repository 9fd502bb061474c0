import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { IdentifierError } from "../../../src/engine/ddl/ddlErrors.ts";
import { md5Hex } from "../../../src/engine/ddl/md5.ts";
import { quoteConstraintName, quoteDottedTable, quoteName, quoteTable } from "../../../src/engine/ddl/quoteName.ts";

test.each(["", "a", "é", "x".repeat(55), "x".repeat(56), "x".repeat(64), "y".repeat(200)])(
  "the MD5 of %j is Node's",
  (text) => {
    expect(md5Hex(text)).toBe(createHash("md5").update(text).digest("hex"));
  },
);

test.each([
  ["id", "id"],
  ["Id", '"Id"'],
  ["user", '"user"'],
  ["1a", '"1a"'],
  ["a$", "a$"],
  ['a"b', '"a""b"'],
  ["é", '"é"'],
])("%s is written %s", (name, sql) => {
  expect(quoteName(name)).toBe(sql);
});

test("quoting can be forced on and off", () => {
  expect(quoteName({ kind: "quotedName", name: "id", quote: true })).toBe('"id"');
  expect(quoteName({ kind: "quotedName", name: "Id", quote: false })).toBe("Id");
});

test("a dotted schema is a path for Alembic and one name for SQLAlchemy", () => {
  expect(quoteDottedTable("t", "a.B")).toBe('a."B".t');
  expect(quoteTable("t", "a.B")).toBe('"a.B".t');
});

test("a final name is cut to 63 characters, any other that is too long is refused", () => {
  expect(quoteConstraintName({ kind: "f", name: "v".repeat(70) })).toHaveLength(60);
  expect(() => quoteConstraintName("v".repeat(64))).toThrow(IdentifierError);
  expect(quoteConstraintName("v".repeat(63))).toBe("v".repeat(63));
});
