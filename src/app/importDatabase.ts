import { projectLanguage } from "../worker/projectLanguage.ts";
import type { CommandQueue } from "./commandQueue.ts";
import type { EngineSession } from "./engineSession.ts";
import type { Stores } from "./stores.ts";

/**
 * Makes a project of SQL: it runs, the models are written from what PostgreSQL then holds, a first revision is generated on an empty
 * database, and the database that the SQL made is stamped with it.
 */
export async function importDatabase(
  sql: string,
  { workspace, terminal, player }: Pick<Stores, "workspace" | "terminal" | "player">,
  session: EngineSession,
  queue: CommandQueue,
): Promise<void> {
  const print = (kind: "note" | "mistake", text: string): void => terminal.getState().print(kind, `${text}\n`);
  const runAll = async (): Promise<boolean> => {
    const answer = await session.ask((id) => ({ kind: "sql", id, sql }), "sqlFinished");
    if (answer === null) return false;
    if (answer.error === null) return true;
    print("mistake", `The SQL stopped at ${answer.error.sql.slice(0, 200)}\n${answer.error.message}`);
    return false;
  };
  if (!(await runAll())) {
    session.databaseChanged();
    return;
  }
  const language = projectLanguage(workspace.getState().files);
  const models = await session.ask((id) => ({ kind: "models", id, language }), "modelsWritten");
  if (models === null) return;
  const path = language === "python" ? "models.py" : "models.ts";
  workspace.getState().edit(path, models.text);
  print(
    "note",
    `The SQL has run, and ${path} is what PostgreSQL made of it. The first revision is generated on an empty database:`,
  );
  session.restart("The imported tables wait.", null);
  await queue.run('alembic revision --autogenerate -m "baseline"');
  await player.ended();
  if (!(await runAll())) return;
  print("note", "The imported database is back, and is stamped: it has what the first revision makes.");
  await queue.run("alembic stamp head");
  session.databaseChanged();
  workspace.getState().showOnly([path]);
}
