import type { Connection } from "../connection.ts";
import type { Identity } from "../schema/column.ts";
import { groupBy } from "./groupBy.ts";
import { parseConstraint } from "./parseConstraint.ts";
import { parseIndex } from "./parseIndex.ts";
import { isKnownType, namedTypeKey, parseType, type NamedTypes } from "./parseType.ts";
import { queryColumns, type ColumnRow } from "./queryColumns.ts";
import { queryConstraints, type ConstraintRow } from "./queryConstraints.ts";
import { queryDomains } from "./queryDomains.ts";
import { queryEnums } from "./queryEnums.ts";
import { queryIndexes, type IndexRow } from "./queryIndexes.ts";
import { queryRelations, type RelationRow } from "./queryRelations.ts";
import { querySchemas } from "./querySchemas.ts";
import { querySequences, type SequenceRow } from "./querySequences.ts";
import type { ReflectedColumn, ReflectedDatabase, ReflectedTable } from "./reflectedTable.ts";

export interface ReflectOptions {
  /** Also the tables that the search path does not find; those alone otherwise. Default true. */
  readonly includeSchemas?: boolean;
}

/**
 * Reads every table from PostgreSQL's catalogs with a fixed number of queries, however many tables there are.
 * Types, defaults and options are said as SQLAlchemy's reflection says them.
 * Source: sqlalchemy.dialects.postgresql.base.PGDialect.
 * @throws DatabaseError where the transaction has failed already
 */
export function reflect(connection: Connection, options: ReflectOptions = {}): ReflectedDatabase {
  const { schemas, defaultSchema } = querySchemas(connection);
  const relations = queryRelations(connection);
  if (relations.length === 0) return { tables: [], schemas, defaultSchema };
  const oids = relations.map((relation) => relation.oid);
  const columns = queryColumns(connection, oids);
  const constraints = queryConstraints(connection, oids);
  const indexes = queryIndexes(connection, oids);
  const needsSequences = columns.some(
    (column) => column.identity !== null || column.default?.startsWith("nextval(") === true,
  );
  const sequences = needsSequences ? querySequences(connection) : [];
  const named = columns.every((column) => isKnownType(column.type)) ? noNamedTypes : namedTypes(connection);
  const fold = new TableFold(relations, columns, constraints, indexes, sequences, named);
  const wanted = options.includeSchemas === false ? relations.filter((relation) => relation.visible) : relations;
  const tables = wanted.map((relation) => fold.table(relation));
  return { tables: tables.sort(byKey), schemas, defaultSchema };
}

/**
 * Only some of the tables, in no order; the others are named where a foreign key refers to them.
 * @param relations every table, as `queryRelations` gives them
 * @param oids those to read
 * @param parts what is read besides the columns; what is not is empty
 */
export function reflectTables(
  connection: Connection,
  relations: readonly RelationRow[],
  oids: readonly string[],
  parts: { readonly constraints: boolean; readonly indexes: boolean } = { constraints: true, indexes: true },
): readonly ReflectedTable[] {
  if (oids.length === 0) return [];
  // What an index is for shows in the constraints.
  const constraints = parts.constraints || parts.indexes ? queryConstraints(connection, oids) : [];
  const referred = constraints.flatMap((row) => (row.kind === "foreignKey" ? [row.referredTable] : []));
  const columns = queryColumns(connection, [...new Set([...oids, ...referred])]);
  const needsSequences = columns.some(
    (column) => column.identity !== null || column.default?.startsWith("nextval(") === true,
  );
  const sequences = needsSequences ? querySequences(connection, oids) : [];
  const named = columns.every((column) => isKnownType(column.type)) ? noNamedTypes : namedTypes(connection);
  const indexes = parts.indexes ? queryIndexes(connection, oids) : [];
  const fold = new TableFold(relations, columns, constraints, indexes, sequences, named);
  const wanted = new Set(oids);
  return relations.filter(({ oid }) => wanted.has(oid)).map((relation) => fold.table(relation));
}

const noNamedTypes: NamedTypes = { enums: new Map(), domains: new Map() };

function namedTypes(connection: Connection): NamedTypes {
  return {
    enums: new Map(queryEnums(connection).map((row) => [namedTypeKey(row), row])),
    domains: new Map(queryDomains(connection).map((row) => [namedTypeKey(row), row])),
  };
}

function byKey(left: ReflectedTable, right: ReflectedTable): number {
  return compareText(left.schema ?? "", right.schema ?? "") || compareText(left.name, right.name);
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Rows in, tables out: no queries from here on. */
class TableFold {
  readonly #relations: ReadonlyMap<string, RelationRow>;
  readonly #columns: ReadonlyMap<string, readonly ColumnRow[]>;
  /** By table, each name at its column's number. */
  readonly #columnNames = new Map<string, string[]>();
  readonly #constraints: ReadonlyMap<string, readonly ConstraintRow[]>;
  readonly #indexes: ReadonlyMap<string, readonly IndexRow[]>;
  readonly #indexByOid: ReadonlyMap<string, IndexRow>;
  readonly #constraintIndexes: ReadonlySet<string>;
  readonly #sequenceByReference: ReadonlyMap<string, SequenceRow>;
  readonly #sequenceByColumn: ReadonlyMap<string, SequenceRow>;
  readonly #named: NamedTypes;

  constructor(
    relations: readonly RelationRow[],
    columns: readonly ColumnRow[],
    constraints: readonly ConstraintRow[],
    indexes: readonly IndexRow[],
    sequences: readonly SequenceRow[],
    named: NamedTypes,
  ) {
    this.#relations = new Map(relations.map((relation) => [relation.oid, relation]));
    this.#columns = groupBy(columns, (column) => column.table);
    for (const [table, rows] of this.#columns) {
      const names: string[] = [];
      for (const { number, name } of rows) names[number] = name;
      this.#columnNames.set(table, names);
    }
    this.#constraints = groupBy(constraints, (constraint) => constraint.table);
    this.#indexes = groupBy(indexes, (index) => index.table);
    this.#indexByOid = new Map(indexes.map((index) => [index.oid, index]));
    this.#constraintIndexes = new Set(
      constraints.filter((row) => row.kind === "unique" || row.kind === "exclude").map((row) => row.index),
    );
    this.#sequenceByReference = new Map(sequences.map((sequence) => [sequence.reference, sequence]));
    this.#sequenceByColumn = new Map(sequences.map((sequence) => [`${sequence.table} ${sequence.column}`, sequence]));
    this.#named = named;
  }

  table(relation: RelationRow): ReflectedTable {
    const rows = this.#columns.get(relation.oid) ?? [];
    const schema = relation.visible ? null : relation.schema;
    const unknownTypes: { column: string; type: string }[] = [];
    const columns = rows.map((row) => {
      const type = parseType(row.type, this.#named, row.collation);
      if (type === null) unknownTypes.push({ column: row.name, type: row.type });
      return this.#column(row, type ?? { name: "NullType" }, schema);
    });
    return {
      name: relation.name,
      schema,
      comment: relation.comment,
      columns,
      constraints: (this.#constraints.get(relation.oid) ?? []).map((row) => this.#constraint(row, relation)),
      indexes: (this.#indexes.get(relation.oid) ?? []).map((row) =>
        parseIndex(row, (column) => this.#columnName(row.table, column), this.#constraintIndexes.has(row.oid)),
      ),
      partitioned: relation.partitioned,
      unknownTypes,
    };
  }

  #columnName(table: string, column: number): string {
    return this.#columnNames.get(table)?.[column] ?? "";
  }

  #column(row: ColumnRow, type: ReflectedColumn["type"], schema: string | null): ReflectedColumn {
    const isDomain = type.name === "DOMAIN";
    const ownDefault = row.default ?? (isDomain && typeof type.default === "string" ? type.default : null);
    const reference = /nextval\('([^']+)'/.exec(row.default ?? "")?.[1];
    const sequence = reference === undefined ? undefined : this.#sequenceByReference.get(reference);
    const ownsSequence = sequence !== undefined && this.#columnName(sequence.table, sequence.column) === row.name;
    const countsUp = reference !== undefined && ["INTEGER", "BIGINT", "SMALLINT"].includes(type.name);
    return {
      name: row.name,
      type,
      nullable: !row.notNull && !(isDomain && type.notNull === true),
      autoincrement: countsUp || row.identity !== null,
      ...(row.comment === null ? {} : { comment: row.comment }),
      ...(row.identity === null ? {} : { identity: this.#identity(row) }),
      ...(row.generated === null
        ? {}
        : { computed: { sqltext: row.default ?? "", persisted: row.generated === "stored" } }),
      ...(ownDefault === null || row.generated !== null
        ? {}
        : { serverDefault: { kind: "text" as const, text: qualifySequence(ownDefault, schema) } }),
      ...(ownsSequence && (type.name === "INTEGER" || type.name === "BIGINT") ? { serialSequence: sequence.name } : {}),
    };
  }

  #identity(row: ColumnRow): Identity {
    const sequence = this.#sequenceByColumn.get(`${row.table} ${row.number}`);
    const always = row.identity === "always";
    if (sequence === undefined) return { always };
    const { start, increment, minValue, maxValue, cache, cycle } = sequence;
    return { always, start, increment, minValue, maxValue, cycle, cache };
  }

  #constraint(row: ConstraintRow, relation: RelationRow): ReflectedTable["constraints"][number] {
    return parseConstraint(row, {
      columnName: (table, column) => this.#columnName(table, column),
      referredTable: (oid) => {
        const referred = this.#relations.get(oid);
        if (referred === undefined) return "";
        return referred.visible && (relation.visible || referred.schema !== relation.schema)
          ? referred.name
          : `${referred.schema}.${referred.name}`;
      },
      includedColumns: (oid) => {
        const index = this.#indexByOid.get(oid);
        return index === undefined
          ? []
          : index.columns.slice(index.keyCount).map((column) => this.#columnName(index.table, column));
      },
      nullsNotDistinct: (oid) => this.#indexByOid.get(oid)?.nullsNotDistinct === true,
    });
  }
}

/** PostgreSQL leaves out a schema that is on the search path; in a table of a named schema SQLAlchemy says it. */
function qualifySequence(text: string, schema: string | null): string {
  if (schema === null) return text;
  return text.replace(
    /(nextval\(')([^'.]+)('.*$)/,
    (_, before: string, name: string, after: string) => `${before}"${schema}".${name}${after}`,
  );
}
