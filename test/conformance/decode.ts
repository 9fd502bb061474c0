import {
  FIELDS_OF_COLUMN,
  FIELDS_OF_CONSTRAINT,
  FIELDS_OF_EXCLUDE_CONSTRAINT,
  FIELDS_OF_INDEX,
  FIELDS_OF_OPERATION,
  FIELDS_OF_TABLE,
  FIELDS_OF_TYPE,
  CONSTRAINT_KINDS,
  OPERATION_KINDS,
} from "./fields.ts";
import type { Field } from "./fields.ts";
import { asCaseJson, asList, isCaseJson } from "./caseJson.ts";
import { ExactNumber, withoutExactNumbers } from "./exactNumber.ts";
import type { CaseJson } from "./caseJson.ts";
import type { Column } from "../../src/engine/schema/column.ts";
import type { Constraint } from "../../src/engine/schema/constraint.ts";
import type { MetaData } from "../../src/engine/schema/metadata.ts";
import type { Name } from "../../src/engine/schema/name.ts";
import type { LiteralValue, SqlExpression } from "../../src/engine/schema/sqlExpression.ts";
import type { SqlType } from "../../src/engine/schema/sqlType.ts";
import type { Table } from "../../src/engine/schema/table.ts";
import type { Index } from "../../src/engine/schema/tableIndex.ts";
import type { Operation } from "../../src/engine/operations/operation.ts";

/*
 * The JSON of the recorded cases <-> the engine's data. Both directions read the same tables of fields (fields.ts);
 * the shapes are FORMAT.md's.
 */

const TAGGED_VALUES = ["date", "datetime", "time", "decimal", "uuid", "bytes"];

export function decodeType(json: unknown): SqlType {
  return decodeFields(asCaseJson(json), FIELDS_OF_TYPE) as unknown as SqlType;
}

export function decodeColumn(json: unknown): Column {
  return decodeFields(asCaseJson(json), FIELDS_OF_COLUMN) as unknown as Column;
}

export function decodeConstraint(json: unknown): Constraint {
  const { kind, ...rest } = asCaseJson(json);
  return { kind: lookUp(CONSTRAINT_KINDS, kind), ...decodeFields(rest, FIELDS_OF_CONSTRAINT) } as unknown as Constraint;
}

export function decodeIndex(json: unknown): Index {
  return decodeFields(asCaseJson(json), FIELDS_OF_INDEX) as unknown as Index;
}

export function decodeTable(json: unknown): Table {
  const table = decodeFields(asCaseJson(json), FIELDS_OF_TABLE);
  return { columns: [], constraints: [], indexes: [], ...table } as unknown as Table;
}

export function decodeMetaData(json: unknown): MetaData {
  const { schema, naming_convention: namingConvention, tables } = asCaseJson(json);
  return {
    ...(schema === undefined ? {} : { schema: schema as string | null }),
    ...(namingConvention === undefined
      ? {}
      : { namingConvention: namingConvention as Readonly<Record<string, string>> }),
    tables: asList(tables).map(decodeTable),
  };
}

/** The operations inside a batch carry no table name of their own: they take the batch's. */
export function decodeOperation(json: unknown): Operation {
  const { op, execution_options: _executionOptions, mssql_drop_default: _mssqlDropDefault, ...rest } = asCaseJson(json);
  const kind = lookUp(OPERATION_KINDS, op);
  if (kind === "batchAlterTable") {
    const { ops, ...batch } = rest;
    const schema = batch["schema"] === undefined ? {} : { schema: batch["schema"] };
    const operations = asList(ops).map((item) => {
      const inner = asCaseJson(item);
      const tableKey = inner["op"] === "create_foreign_key" ? "source_table" : "table_name";
      const schemaKey = inner["op"] === "create_foreign_key" ? "source_schema" : "schema";
      return decodeOperation({
        [tableKey]: batch["table_name"],
        ...("schema" in schema ? { [schemaKey]: schema.schema } : {}),
        ...inner,
      });
    });
    return { kind, ...decodeFields(batch, FIELDS_OF_OPERATION), operations } as unknown as Operation;
  }
  return { kind, ...decodeFields(rest, fieldsOf(kind)) } as unknown as Operation;
}

/** The reverse of `decodeOperation`, for comparing what autogenerate produced with a recorded `upgrade_ops`. */
export function encodeOperation(operation: Operation): CaseJson {
  const { kind, reverse: _reverse, ...rest } = operation as unknown as CaseJson;
  if (kind === "batchAlterTable") {
    const { operations, ...batch } = rest;
    return {
      op: "batch_alter_table",
      ...encodeFields(batch, FIELDS_OF_OPERATION),
      ops: asList(operations).map((item) => withoutTable(encodeOperation(item as Operation))),
    };
  }
  return { op: lookBack(OPERATION_KINDS, kind), ...encodeFields(rest, fieldsOf(kind)) };
}

/** In an exclude constraint `using`, `where` and `ops` are plain arguments, elsewhere they belong to the dialect. */
function fieldsOf(kind: unknown): readonly Field[] {
  return kind === "createExcludeConstraint" ? FIELDS_OF_EXCLUDE_CONSTRAINT : FIELDS_OF_OPERATION;
}

function withoutTable(json: CaseJson): CaseJson {
  const names = json["op"] === "create_foreign_key" ? ["source_table", "source_schema"] : ["table_name", "schema"];
  return Object.fromEntries(Object.entries(json).filter(([key]) => !names.includes(key)));
}

function decodeFields(json: CaseJson, fields: readonly Field[]): CaseJson {
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(json)) {
    const field = fields.find((candidate) => candidate.json === key);
    if (field === undefined) throw new Error(`unknown key ${key} in ${JSON.stringify(json)}`);
    result[field.ours] = decodeValue(field, value);
  }
  return result;
}

function encodeFields(ours: CaseJson, fields: readonly Field[]): CaseJson {
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(ours)) {
    if (value === undefined) continue;
    const field = fields.find((candidate) => candidate.ours === key);
    if (field === undefined) throw new Error(`unknown key ${key} in ${JSON.stringify(ours)}`);
    result[field.json] = encodeValue(field, value);
  }
  return result;
}

function decodeValue(field: Field, value: unknown): unknown {
  if (value === null) return null;
  switch (field.holds) {
    case "plain":
      return withoutExactNumbers(value);
    case "wholeNumber":
      return value instanceof ExactNumber ? { kind: "integer", value: value.text } : value;
    case "name":
      return decodeName(value);
    case "type":
      return typeof value === "string" ? value : decodeType(value);
    case "types":
      return Object.fromEntries(Object.entries(asCaseJson(value)).map(([key, item]) => [key, decodeType(item)]));
    case "literal":
      return decodeLiteral(value);
    case "sql":
      return decodeSql(value);
    case "expressions":
      return asList(value).map(decodeExpression);
    case "elements":
      return asList(value).map((element) => {
        const [expression, operator] = asList(element);
        return [decodeExpression(expression), operator];
      });
    case "serverDefault":
      return decodeServerDefault(value);
    case "identity":
    case "foreignKeys":
    case "checks":
    case "columns":
    case "constraints":
    case "indexes":
    case "bulkTable":
      return decodeNested(field.holds, value);
    case "column":
      return decodeColumn(value);
    case "rows":
      return asList(value).map((row) =>
        Object.fromEntries(Object.entries(asCaseJson(row)).map(([key, item]) => [key, decodeLiteral(item)])),
      );
  }
}

function decodeNested(
  holds: "identity" | "foreignKeys" | "checks" | "columns" | "constraints" | "indexes" | "bulkTable",
  value: unknown,
): unknown {
  switch (holds) {
    case "identity":
      return decodeFields(asCaseJson(value), IDENTITY);
    case "foreignKeys":
      return asList(value).map((item) => decodeFields(asCaseJson(item), FOREIGN_KEY));
    case "checks":
      return asList(value).map((item) => decodeConstraint({ kind: "check", ...asCaseJson(item) }));
    case "columns":
      return asList(value).map((item) =>
        isCaseJson(item) && "name" in item ? decodeColumn(item) : decodeExpression(item),
      );
    case "constraints":
      return asList(value).map(decodeConstraint);
    case "indexes":
      return asList(value).map(decodeIndex);
    case "bulkTable": {
      const { columns, ...rest } = asCaseJson(value);
      const typed = asList(columns).map((item) => {
        const { name, type } = asCaseJson(item);
        return type === undefined ? { name } : { name, type: decodeType(type) };
      });
      return { ...rest, name: decodeName(rest["name"]), columns: typed };
    }
  }
}

function encodeValue(field: Field, value: unknown): unknown {
  if (value === null) return null;
  switch (field.holds) {
    case "plain":
      return value;
    case "wholeNumber":
      return isCaseJson(value) ? new ExactNumber(String(value["value"])) : value;
    case "name":
      return encodeName(value as Name);
    case "type":
      return typeof value === "string" ? value : encodeFields(asCaseJson(value), FIELDS_OF_TYPE);
    case "types":
      return Object.fromEntries(
        Object.entries(asCaseJson(value)).map(([key, item]) => [key, encodeFields(asCaseJson(item), FIELDS_OF_TYPE)]),
      );
    case "literal":
      return encodeLiteral(value as LiteralValue);
    case "sql":
      return encodeSql(value);
    case "expressions":
      return asList(value).map((item) => encodeExpression(item as SqlExpression));
    case "elements":
      return asList(value).map((element) => {
        const [expression, operator] = asList(element);
        return [encodeExpression(expression as SqlExpression), operator];
      });
    case "serverDefault":
      return encodeServerDefault(value);
    case "identity":
      return encodeFields(asCaseJson(value), IDENTITY);
    case "foreignKeys":
      return asList(value).map((item) => encodeFields(asCaseJson(item), FOREIGN_KEY));
    case "checks":
      return asList(value).map((item) => {
        const { kind: _kind, ...rest } = encodeConstraint(item as Constraint);
        return rest;
      });
    case "columns":
      return asList(value).map((item) =>
        isCaseJson(item) && "type" in item
          ? encodeFields(item, FIELDS_OF_COLUMN)
          : encodeExpression(item as SqlExpression),
      );
    case "column":
      return encodeFields(asCaseJson(value), FIELDS_OF_COLUMN);
    case "constraints":
      return asList(value).map((item) => encodeConstraint(item as Constraint));
    case "indexes":
      return asList(value).map((item) => encodeFields(asCaseJson(item), FIELDS_OF_INDEX));
    case "bulkTable": {
      const { columns, name, ...rest } = asCaseJson(value);
      const typed = asList(columns).map((item) => {
        const column = asCaseJson(item);
        return column["type"] === undefined
          ? column
          : { ...column, type: encodeFields(asCaseJson(column["type"]), FIELDS_OF_TYPE) };
      });
      return { ...rest, name: encodeName(name as Name), columns: typed };
    }
    case "rows":
      return asList(value).map((row) =>
        Object.fromEntries(
          Object.entries(asCaseJson(row)).map(([key, item]) => [key, encodeLiteral(item as LiteralValue)]),
        ),
      );
  }
}

function encodeConstraint(constraint: Constraint): CaseJson {
  const { kind, ...rest } = constraint;
  return { kind: lookBack(CONSTRAINT_KINDS, kind), ...encodeFields(rest as unknown as CaseJson, FIELDS_OF_CONSTRAINT) };
}

function decodeName(value: unknown): unknown {
  if (!isCaseJson(value)) return value;
  if ("f" in value) return { kind: "f", name: value["f"] };
  if ("quoted_name" in value) return { kind: "quotedName", name: value["quoted_name"], quote: value["quote"] };
  throw new Error(`not a name: ${JSON.stringify(value)}`);
}

function encodeName(name: Name): unknown {
  if (typeof name === "string") return name;
  return name.kind === "f" ? { f: name.name } : { quoted_name: name.name, quote: name.quote };
}

function decodeSql(value: unknown): unknown {
  if (!isCaseJson(value) || !("text" in value)) return value;
  const { text, bindparams } = value;
  if (bindparams === undefined) return { kind: "text", text };
  return {
    kind: "text",
    text,
    bindparams: Object.fromEntries(
      Object.entries(asCaseJson(bindparams)).map(([key, item]) => [key, decodeLiteral(item)]),
    ),
  };
}

function encodeSql(value: unknown): unknown {
  if (!isCaseJson(value) || value["kind"] !== "text") return value;
  const { text, bindparams } = value;
  if (bindparams === undefined) return { text };
  return {
    text,
    bindparams: Object.fromEntries(
      Object.entries(asCaseJson(bindparams)).map(([key, item]) => [key, encodeLiteral(item as LiteralValue)]),
    ),
  };
}

function decodeExpression(value: unknown): unknown {
  if (!isCaseJson(value)) return value;
  if ("literal_column" in value) return { kind: "literalColumn", text: value["literal_column"] };
  if ("column" in value) {
    const order = value["desc"] === true ? { order: "desc" } : value["asc"] === true ? { order: "asc" } : {};
    return {
      kind: "column",
      name: value["column"],
      ...order,
      ...(value["nulls"] === undefined ? {} : { nulls: value["nulls"] }),
    };
  }
  return decodeSql(value);
}

function encodeExpression(expression: SqlExpression): unknown {
  if (typeof expression === "string") return expression;
  switch (expression.kind) {
    case "text":
      return encodeSql(expression);
    case "literalColumn":
      return { literal_column: expression.text };
    case "column":
      return {
        column: expression.name,
        ...(expression.order === undefined ? {} : { [expression.order]: true }),
        ...(expression.nulls === undefined ? {} : { nulls: expression.nulls }),
      };
  }
}

function decodeServerDefault(value: unknown): unknown {
  if (!isCaseJson(value)) return value;
  if ("false" in value) return false;
  if ("fetched_value" in value) return { kind: "fetchedValue" };
  if ("identity" in value) return { kind: "identity", identity: decodeFields(asCaseJson(value["identity"]), IDENTITY) };
  if ("computed" in value) return { kind: "computed", computed: value["computed"] };
  if ("literal_column" in value) return { kind: "literalColumn", text: value["literal_column"] };
  return decodeSql(value);
}

function encodeServerDefault(value: unknown): unknown {
  if (value === false) return { false: true };
  if (!isCaseJson(value)) return value;
  switch (value["kind"]) {
    case "fetchedValue":
      return { fetched_value: true };
    case "identity":
      return { identity: encodeFields(asCaseJson(value["identity"]), IDENTITY) };
    case "computed":
      return { computed: value["computed"] };
    case "literalColumn":
      return { literal_column: value["text"] };
    default:
      return encodeSql(value);
  }
}

/** A tagged value of a row or a bind parameter. */
export function decodeLiteral(value: unknown): LiteralValue {
  if (Array.isArray(value)) return value.map(decodeLiteral);
  if (value instanceof ExactNumber) return { kind: value.isWhole ? "integer" : "decimal", value: value.text };
  if (!isCaseJson(value)) return value as LiteralValue;
  for (const kind of TAGGED_VALUES) if (kind in value) return { kind, value: value[kind] } as LiteralValue;
  if ("json" in value) return { kind: "json", value: withoutExactNumbers(value["json"]) };
  if ("inline_literal" in value) {
    const type = value["type"] === undefined ? {} : { type: decodeType(value["type"]) };
    return { kind: "inlineLiteral", value: decodeLiteral(value["inline_literal"]), ...type };
  }
  return decodeSql(value) as LiteralValue;
}

function encodeLiteral(value: LiteralValue): unknown {
  if (value === null || typeof value !== "object") return value;
  if (!("kind" in value)) return value.map(encodeLiteral);
  switch (value.kind) {
    case "text":
      return encodeSql(value);
    case "inlineLiteral":
      return {
        inline_literal: encodeLiteral(value.value),
        ...(value.type === undefined ? {} : { type: encodeFields(value.type as unknown as CaseJson, FIELDS_OF_TYPE) }),
      };
    case "integer":
      return new ExactNumber(value.value);
    default:
      return { [value.kind]: value.value };
  }
}

function lookUp(kinds: Readonly<Record<string, string>>, key: unknown): string {
  const kind = typeof key === "string" ? kinds[key] : undefined;
  if (kind === undefined) throw new Error(`unknown kind ${JSON.stringify(key)}`);
  return kind;
}

function lookBack(kinds: Readonly<Record<string, string>>, kind: unknown): string {
  for (const [key, value] of Object.entries(kinds)) if (value === kind) return key;
  throw new Error(`unknown kind ${JSON.stringify(kind)}`);
}

const IDENTITY: readonly Field[] = [
  { json: "always", ours: "always", holds: "plain" },
  { json: "on_null", ours: "onNull", holds: "plain" },
  { json: "start", ours: "start", holds: "wholeNumber" },
  { json: "increment", ours: "increment", holds: "wholeNumber" },
  { json: "minvalue", ours: "minValue", holds: "wholeNumber" },
  { json: "maxvalue", ours: "maxValue", holds: "wholeNumber" },
  { json: "nominvalue", ours: "noMinValue", holds: "plain" },
  { json: "nomaxvalue", ours: "noMaxValue", holds: "plain" },
  { json: "cycle", ours: "cycle", holds: "plain" },
  { json: "cache", ours: "cache", holds: "wholeNumber" },
];

const FOREIGN_KEY: readonly Field[] = [
  { json: "target", ours: "target", holds: "plain" },
  { json: "name", ours: "name", holds: "name" },
  { json: "ondelete", ours: "onDelete", holds: "plain" },
  { json: "onupdate", ours: "onUpdate", holds: "plain" },
  { json: "deferrable", ours: "deferrable", holds: "plain" },
  { json: "initially", ours: "initially", holds: "plain" },
  { json: "match", ours: "match", holds: "plain" },
  { json: "use_alter", ours: "useAlter", holds: "plain" },
];
