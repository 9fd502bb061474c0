import { expect, it } from "vitest";
import type { SqlType } from "../../../src/engine/schema/sqlType.ts";
import { shortTypeName } from "../../../src/ui/diagram/model/shortTypeName.ts";

const cases: readonly (readonly [SqlType, string])[] = [
  [{ name: "INTEGER" }, "integer"],
  [{ name: "VARCHAR", length: 200 }, "varchar(200)"],
  [{ name: "VARCHAR", length: 20, collation: "C" }, "varchar(20)"],
  [{ name: "NUMERIC", precision: 10, scale: 2 }, "numeric(10,2)"],
  [{ name: "TIMESTAMP", dialect: "postgresql", timezone: true }, "timestamptz"],
  [{ name: "TIMESTAMP", dialect: "postgresql", timezone: true, precision: 3 }, "timestamptz(3)"],
  [{ name: "TIMESTAMP", dialect: "postgresql" }, "timestamp"],
  [{ name: "TIME", dialect: "postgresql", timezone: true }, "timetz"],
  [{ name: "DOUBLE_PRECISION", precision: 53 }, "double precision"],
  [{ name: "BIT", dialect: "postgresql", varying: true, length: 5 }, "varbit(5)"],
  [{ name: "ENUM", dialect: "postgresql", enumName: "Mood", values: ["sad", "ok"] }, "Mood"],
  [{ name: "DOMAIN", dialect: "postgresql", domainName: "email", schema: "app" }, "app.email"],
  [{ name: "ARRAY", dialect: "postgresql", item: { name: "TEXT" } }, "text[]"],
  [{ name: "NullType" }, "unknown"],
];

it.each(cases)("says %j as %s", (type, text) => {
  expect(shortTypeName(type)).toBe(text);
});
