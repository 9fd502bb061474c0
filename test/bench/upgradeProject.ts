import type { Connection } from "../../src/engine/connection.ts";
import { StateReader } from "../../src/engine/runtime/recorder.ts";
import { readDatabaseState } from "../../src/engine/reflection/readDatabaseState.ts";
import type { Program } from "../../src/engine/program.ts";
import type { World } from "../../src/engine/commands/world.ts";
import type { Operation } from "../../src/engine/operations/operation.ts";
import { createMemoryFiles } from "../conformance/memoryFiles.ts";
import { silentWorld } from "../silentWorld.ts";

/** A project of `count` revisions in a line, by turns a table of four columns and a column added to it. */
export function upgradeProject(count: number, connection: Connection, withStates: boolean): World {
  const paths = Array.from({ length: count }, (_unused, index) => `alembic/versions/${revisionId(index)}.ts`);
  const indexes = new Map(paths.map((path, index) => [path, index]));
  return silentWorld({
    files: createMemoryFiles({
      "alembic.ini": "[alembic]\nscript_location = %(here)s/alembic\nsqlalchemy.url = postgresql://localhost/bench\n",
      "alembic/env.ts": "",
      ...Object.fromEntries(paths.map((path) => [path, ""])),
    }),
    program: memoryProgram(indexes),
    connect: () => connection,
    ...(withStates ? { openRecorder: () => new StateReader(readDatabaseState) } : {}),
  });
}

function memoryProgram(indexes: ReadonlyMap<string, number>): Program {
  return {
    loadRevision(path) {
      const index = indexes.get(path) ?? 0;
      return {
        path,
        revision: revisionId(index),
        downRevision: index === 0 ? null : revisionId(index - 1),
        branchLabels: null,
        dependsOn: null,
        docstring: `step ${index}`,
      };
    },
    runEnvironment(_path, host) {
      host.connect(host.getMainOption("sqlalchemy.url") ?? "");
      host.configure({});
      host.beginTransaction();
      host.runMigrations();
      host.endTransaction(false);
    },
    callMigration: (path, _direction, host) => host.invoke(upgradeOf(indexes.get(path) ?? 0), undefined),
    renderTemplate: () => "",
    renderOperations: () => ({ body: "", imports: [] }),
  };
}

function upgradeOf(index: number): Operation {
  const tableName = `table_${Math.floor(index / 2)}`;
  if (index % 2 === 1)
    return { kind: "addColumn", tableName, column: { name: "note", type: { name: "String", length: 50 } } };
  return {
    kind: "createTable",
    tableName,
    columns: [
      { name: "id", type: { name: "Integer" }, primaryKey: true },
      { name: "name", type: { name: "String", length: 100 }, nullable: false },
      { name: "price", type: { name: "Numeric", precision: 10, scale: 2 } },
      {
        name: "created_at",
        type: { name: "DateTime", timezone: true },
        serverDefault: { kind: "text", text: "now()" },
      },
    ],
  };
}

function revisionId(index: number): string {
  return `bench${index.toString().padStart(7, "0")}`;
}
