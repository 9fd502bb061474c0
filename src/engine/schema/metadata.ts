import type { Table } from "./table.ts";

/** SQLAlchemy's naming convention: keys `ix`, `uq`, `ck`, `fk`, `pk`. Absent: `{ ix: "ix_%(column_0_label)s" }`. */
export type NamingConvention = Readonly<Record<string, string>>;

/** sqlalchemy.MetaData as data. */
export interface MetaData {
  readonly schema?: string | null;
  readonly namingConvention?: NamingConvention;
  /** In the order in which the tables were made. */
  readonly tables: readonly Table[];
}
