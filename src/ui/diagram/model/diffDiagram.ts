import type { DatabaseState } from "../../../engine/runtime/migrationEvent.ts";
import type {
  Diagram,
  DiagramChange,
  DiagramColumn,
  DiagramForeignKey,
  DiagramStatus,
  DiagramTable,
} from "./diagram.ts";
import { diffColumn } from "./diffColumn.ts";
import { mergeRemoved } from "./mergeRemoved.ts";
import { tableFacts, type ColumnFacts, type ForeignKeyFacts, type TableFacts } from "./tableFacts.ts";

/**
 * The database as a diagram, with what changed since an earlier state. What is gone stays in it as `removed`. A state knows no
 * identities, so a renamed table or column is one that went and one that came.
 * @param since null marks nothing
 */
export function diffDiagram(since: DatabaseState | null, state: DatabaseState | null): Diagram {
  if (state === null) return { tables: [], foreignKeys: [] };
  const to = state.tables.map(tableFacts);
  const from = since === null || since === state ? to : since.tables.map(tableFacts);
  const before = since ?? state;
  const fromByKey = new Map(from.map((facts) => [facts.key, facts]));
  const merged = mergeRemoved(from, to, (facts) => facts.key);
  const tables = merged.map(({ item, removed }): DiagramTable => {
    if (removed) return wholeTable(item, "removed", before);
    const earlier = fromByKey.get(item.key);
    return earlier === undefined ? wholeTable(item, "added", state) : diffTable(earlier, item, before, state);
  });
  const drawn = new Set(tables.map((table) => table.key));
  const foreignKeys = merged.flatMap(({ item, removed }) =>
    removed ? diffForeignKeys(item, null) : diffForeignKeys(fromByKey.get(item.key) ?? null, item),
  );
  return { tables, foreignKeys: foreignKeys.filter((foreignKey) => drawn.has(foreignKey.referredTable)) };
}

function wholeTable(facts: TableFacts, status: "added" | "removed", state: DatabaseState): DiagramTable {
  return {
    key: facts.key,
    schema: facts.schema,
    name: facts.name,
    rowCount: state.rowCounts[facts.key] ?? 0,
    rowCountBefore: null,
    status,
    columns: facts.columns.map((column) => drawColumn(column, status, [])),
    changes: [],
  };
}

function diffTable(from: TableFacts, to: TableFacts, before: DatabaseState, state: DatabaseState): DiagramTable {
  const earlier = new Map(from.columns.map((column) => [column.name, column]));
  const columns = mergeRemoved(from.columns, to.columns, (column) => column.name).map(({ item, removed }) => {
    if (removed) return drawColumn(item, "removed", []);
    const column = earlier.get(item.name);
    if (column === undefined) return drawColumn(item, "added", []);
    const changes = diffColumn(column, item);
    return drawColumn(item, changes.length === 0 ? "unchanged" : "changed", changes);
  });
  const changes = diffObjects(from, to);
  const rowCount = state.rowCounts[to.key] ?? 0;
  const rowCountBefore = before.rowCounts[to.key] ?? 0;
  const changed = changes.length > 0 || columns.some((column) => column.status !== "unchanged");
  return {
    key: to.key,
    schema: to.schema,
    name: to.name,
    rowCount,
    rowCountBefore: rowCount === rowCountBefore ? null : rowCountBefore,
    status: changed ? "changed" : "unchanged",
    columns,
    changes,
  };
}

function drawColumn(facts: ColumnFacts, status: DiagramStatus, changes: readonly DiagramChange[]): DiagramColumn {
  const { name, type, nullable, primaryKey, unique, references } = facts;
  return { name, type, nullable, primaryKey, unique, references, status, changes };
}

function diffObjects(from: TableFacts, to: TableFacts): readonly DiagramChange[] {
  const earlier = new Map(from.objects.map((object) => [object.id, object]));
  const objects = mergeRemoved(from.objects, to.objects, (object) => object.id).flatMap(
    ({ item, removed }): DiagramChange[] => {
      if (removed) return [{ sign: "−", text: item.text }];
      const object = earlier.get(item.id);
      if (object === undefined) return [{ sign: "+", text: item.text }];
      return object.definition === item.definition ? [] : [{ sign: "~", text: item.text }];
    },
  );
  return from.comment === to.comment ? objects : [...objects, { sign: "~", text: "comment" }];
}

function diffForeignKeys(from: TableFacts | null, to: TableFacts | null): readonly DiagramForeignKey[] {
  const earlier = new Map((from?.foreignKeys ?? []).map((facts) => [identity(facts), facts]));
  return mergeRemoved(from?.foreignKeys ?? [], to?.foreignKeys ?? [], identity).map(({ item, removed }) => {
    const table = removed ? from : to;
    const before = earlier.get(identity(item));
    const status = removed ? "removed" : before === undefined ? "added" : same(before, item) ? "unchanged" : "changed";
    return drawForeignKey(item, table?.key ?? "", table?.columns ?? [], status);
  });
}

function drawForeignKey(
  facts: ForeignKeyFacts,
  table: string,
  tableColumns: readonly ColumnFacts[],
  status: DiagramStatus,
): DiagramForeignKey {
  const columns = tableColumns.filter((column) => facts.columns.includes(column.name));
  const keyColumns = tableColumns.filter((column) => column.primaryKey);
  const [only] = columns;
  return {
    key: `${table}:${identity(facts)}`,
    ...facts,
    table,
    optional: columns.some((column) => column.nullable),
    oneToOne:
      columns.length === 1 && only !== undefined && (only.unique || (only.primaryKey && keyColumns.length === 1)),
    status,
  };
}

function identity(facts: ForeignKeyFacts): string {
  return facts.name === "" ? `${facts.columns.join(",")}>${facts.referredTable}` : facts.name;
}

function same(from: ForeignKeyFacts, to: ForeignKeyFacts): boolean {
  return JSON.stringify(from) === JSON.stringify(to);
}
