import { quoteIdentifier } from "../engine/quoteIdentifier.ts";
import type { RanCommand } from "../lessons/checks/lessonSnapshot.ts";
import type { Answer } from "./engineClient.ts";
import type { Comparison } from "./comparison.ts";
import type { EngineSession } from "./engineSession.ts";
import type { Stores } from "./stores.ts";
import type { UndoHistory } from "./undoHistory.ts";

/** SQL that people run by hand, and the table that the data pane shows. */
export interface SqlConsole {
  /** Runs what was typed into the SQL pane. */
  run(text: string): Promise<void>;
  /** Runs SQL for whoever asks; null when the engine was stopped. @param otherDatabase one beside the main one, by its name */
  query(text: string, otherDatabase?: string): Promise<Answer<"sqlFinished"> | null>;
  showTable(table: string | null): Promise<void>;
  refreshTable(): Promise<void>;
}

const shownRows = 200;

export function createSqlConsole(
  { sql, engine }: Pick<Stores, "sql" | "engine">,
  session: EngineSession,
  {
    comparison,
    undo,
    onRan,
  }: {
    readonly comparison: Comparison;
    readonly undo: UndoHistory;
    readonly onRan: (command: RanCommand) => void;
  },
): SqlConsole {
  async function query(text: string, otherDatabase?: string): Promise<Answer<"sqlFinished"> | null> {
    const before = await session.savedState();
    const answer = await session.ask(
      (id) => ({ kind: "sql", id, sql: text, ...(otherDatabase === undefined ? {} : { database: otherDatabase }) }),
      "sqlFinished",
    );
    if (answer === null) return answer;
    const { changed, database } = answer;
    if (changed) {
      undo.remember({ line: text.trim(), files: {}, database: { before } });
      session.databaseChanged();
    }
    if (otherDatabase !== undefined) return answer;
    engine.setState(({ project }) => ({ project: project === null ? null : { ...project, database } }));
    if (changed) {
      void refreshTable();
      comparison.soon(0);
    }
    return answer;
  }

  async function refreshTable(): Promise<void> {
    const { table } = sql.getState();
    if (table === null) return;
    const text = `SELECT * FROM ${table.split(".").map(quoteIdentifier).join(".")} LIMIT ${shownRows}`;
    const answer = await session.ask((id) => ({ kind: "sql", id, sql: text }), "sqlFinished");
    if (answer === null || sql.getState().table !== table) return;
    sql.setState({ rows: { results: answer.results, error: answer.error } });
  }

  return {
    query,
    refreshTable,
    run: async (text) => {
      if (text.trim() === "" || sql.getState().running) return;
      sql.setState({ running: true });
      const answer = await query(text);
      sql.setState({ running: false });
      if (answer === null) return;
      sql.setState({ answer: { results: answer.results, error: answer.error } });
      const output = answer.error?.message ?? answer.results.map(({ command }) => command).join("\n");
      onRan({ kind: "sql", text, succeeded: answer.error === null, output });
    },
    showTable: async (table) => {
      sql.setState((state) => ({ table, rows: table === state.table ? state.rows : null }));
      await refreshTable();
    },
  };
}
