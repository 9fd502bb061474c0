import type { Connection } from "../connection.ts";
import { quoteName } from "../ddl/quoteName.ts";

/** One statement on the version table, in the order in which a step needs them. */
export type VersionChange =
  | { readonly kind: "insert"; readonly revision: string }
  | { readonly kind: "delete"; readonly revision: string }
  | { readonly kind: "update"; readonly from: string; readonly to: string };

/** The table that holds the current heads: its name and its statements in Alembic's words. Source: alembic.runtime.migration. */
export class VersionTable {
  readonly name: string;
  readonly #schema: string | null;
  readonly #qualifiedName: string;
  readonly #hasPrimaryKey: boolean;

  constructor(name: string, schema: string | null, hasPrimaryKey = true) {
    this.name = name;
    this.#hasPrimaryKey = hasPrimaryKey;
    this.#schema = schema;
    this.#qualifiedName = schema === null ? quoteName(name) : `${quoteName(schema)}.${quoteName(name)}`;
  }

  get createSql(): string {
    const lines = ["    version_num VARCHAR(32) NOT NULL"];
    if (this.#hasPrimaryKey) lines.push(`    CONSTRAINT ${quoteName(`${this.name}_pkc`)} PRIMARY KEY (version_num)`);
    return `CREATE TABLE ${this.#qualifiedName} (\n${lines.join(", \n")}\n)`;
  }

  get purgeSql(): string {
    return `DELETE FROM ${this.#qualifiedName}`;
  }

  changeSql(change: VersionChange): string {
    const table = this.#qualifiedName;
    switch (change.kind) {
      case "insert":
        return `INSERT INTO ${table} (version_num) VALUES ('${change.revision}') RETURNING ${table}.version_num`;
      case "update":
        return `UPDATE ${table} SET version_num='${change.to}' WHERE ${table}.version_num = '${change.from}'`;
      case "delete":
        return `DELETE FROM ${table} WHERE ${table}.version_num = '${change.revision}'`;
    }
  }

  exists(connection: Connection): boolean {
    const visible = this.#schema === null ? "pg_catalog.pg_table_is_visible(c.oid)" : "n.nspname = $2";
    const parameters = this.#schema === null ? [this.name] : [this.name, this.#schema];
    const sql = `SELECT 1 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.relname = $1 AND c.relkind IN ('r', 'p', 'f', 'v', 'm') AND ${visible}`;
    return connection.execute(sql, parameters).rows.length > 0;
  }

  /** The rows, in the order in which PostgreSQL gives them; empty when the table does not exist. */
  readHeads(connection: Connection): readonly string[] {
    if (!this.exists(connection)) return [];
    const { rows } = connection.execute(`SELECT ${this.#qualifiedName}.version_num FROM ${this.#qualifiedName}`);
    return rows.flatMap(([head]) => (head === null || head === undefined ? [] : [head]));
  }
}
