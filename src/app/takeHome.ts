import { fileName } from "../workspace/export/fileName.ts";
import { zipFiles } from "../workspace/export/zipFiles.ts";
import type { EngineSession } from "./engineSession.ts";
import type { Stores } from "./stores.ts";

/** A file to hand over, and what is to be said about it; or why there is none. */
export type Taken =
  | { readonly kind: "file"; readonly name: string; readonly content: Blob; readonly remarks: readonly string[] }
  | { readonly kind: "mistake"; readonly message: string };

/** The workspace as files for elsewhere. Nothing of it changes by that. */
export interface TakeHome {
  /** The project as it is, zipped. */
  project(): Taken;
  /** A TypeScript project as Python files that Alembic itself runs, zipped. */
  python(): Promise<Taken>;
  /** What `rangeCommand` prints. */
  range(from: string, to: string): Promise<Taken>;
  /** Schema and rows of the database. */
  script(): Promise<Taken>;
}

/** The command whose output is the SQL of a range of revisions. */
export function rangeCommand(from: string, to: string): string {
  return `alembic upgrade ${from.trim() === "" ? "base" : from.trim()}:${to.trim() === "" ? "heads" : to.trim()} --sql`;
}

const stopped: Taken = { kind: "mistake", message: "The engine was stopped before it was done." };

export function createTakeHome(
  { workspace }: Pick<Stores, "workspace">,
  session: EngineSession,
  mayRun: () => boolean,
  now: () => number,
): TakeHome {
  const stem = (): string => fileName(workspace.getState().name);
  const file = (name: string, content: Blob, remarks: readonly string[] = []): Taken => ({
    kind: "file",
    name,
    content,
    remarks,
  });
  const notYet: Taken = {
    kind: "mistake",
    message: "The files would have to run for that; they came by a link. Press Run it first.",
  };
  return {
    project: () => file(`${stem()}.zip`, zipFiles(stem(), workspace.getState().files, now())),
    python: async () => {
      if (!mayRun()) return notYet;
      const { files, name } = workspace.getState();
      const answer = await session.ask((id) => ({ kind: "translate", id, files, name }), "translated");
      if (answer === null) return stopped;
      if (answer.mistake !== null) return { kind: "mistake", message: answer.mistake };
      return file(`${stem()}-python.zip`, zipFiles(`${stem()}-python`, answer.files, now()), answer.remarks);
    },
    range: async (from, to) => {
      if (!mayRun()) return notYet;
      const { files } = workspace.getState();
      let printed = "";
      let said = "";
      const line = rangeCommand(from, to);
      const answer = await session.ask(
        (id) => ({ kind: "command", id, line, files, columns: 80, takenAdvice: [] }),
        "commandFinished",
        (response) => {
          if (response.kind !== "output") return;
          if (response.stream === "stdout") printed += response.text;
          else said += response.text;
        },
      );
      if (answer === null) return stopped;
      if (answer.exitCode !== 0) return { kind: "mistake", message: answer.problem?.message ?? said };
      return file(`${stem()}.sql`, new Blob([printed], { type: "application/sql" }));
    },
    script: async () => {
      const answer = await session.ask((id) => ({ kind: "script", id }), "scripted");
      if (answer === null) return stopped;
      return file(`${stem()}-database.sql`, new Blob([answer.sql], { type: "application/sql" }));
    },
  };
}
