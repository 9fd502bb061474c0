import { compileConstraint } from "./compileConstraint.ts";
import { compileCreateTable, surroundingsOf } from "./compileCreateTable.ts";
import { quoteTable } from "./quoteName.ts";
import { expandTable } from "../schema/expandTable.ts";
import { parseForeignKeyTarget } from "../schema/foreignKeyTarget.ts";
import { sortTables } from "../schema/sortTables.ts";
import { tableKey } from "../schema/tableKey.ts";
import type { CompileContext } from "./compileContext.ts";
import type { Constraint } from "../schema/constraint.ts";
import type { MetaData } from "../schema/metadata.ts";

/**
 * Everything that creates a MetaData's tables, in an order that PostgreSQL takes: a foreign key to a table that comes later follows all tables.
 * Source: sqlalchemy.MetaData.create_all.
 */
export function compileMetaData(metadata: MetaData, context: CompileContext): readonly string[] {
  const inRun: CompileContext = {
    createdTypes: new Set(),
    ...context,
    ...(metadata.namingConvention === undefined ? {} : { namingConvention: metadata.namingConvention }),
  };
  const created = new Set<string>();
  const creations: string[] = [];
  const references: string[] = [];
  for (const table of sortTables(metadata.tables, metadata.schema)) {
    created.add(tableKey(table, metadata.schema));
    const isLater = (constraint: Constraint): boolean =>
      constraint.kind === "foreignKey" && (constraint.useAlter === true || !created.has(referredKey(constraint.refs)));
    creations.push(
      ...compileCreateTable(table, inRun, {
        isLater,
        ...(metadata.schema === undefined ? {} : { metadataSchema: metadata.schema }),
      }),
    );
    const expanded = expandTable(table, surroundingsOf(inRun, metadata.schema));
    for (const constraint of expanded.constraints.filter(isLater)) {
      references.push(
        `ALTER TABLE ${quoteTable(expanded.name, expanded.schema)} ADD ${compileConstraint(
          constraint,
          inRun,
          expanded.columns.map((column) => column.name),
        )}`,
      );
    }
  }
  return [...creations, ...references];
}

function referredKey(refs: readonly string[]): string {
  const { schema, table } = parseForeignKeyTarget(refs[0] ?? "");
  return tableKey({ name: table, schema: schema ?? null });
}
