import type { Files } from "../../src/engine/files.ts";
import { ProgramError } from "../../src/engine/errors.ts";
import type {
  EnvironmentHost,
  OperationsHost,
  Program,
  RevisionModule,
  RevisionTemplateValues,
} from "../../src/engine/program.ts";
import type { Operation } from "../../src/engine/operations/operation.ts";
import { renderPythonOperations } from "../../src/languages/python/render/renderPythonOperations.ts";
import type { CliProject, CliRevision } from "./cliCase.ts";
import { decodeMetaData, decodeOperation } from "./decode.ts";

/** A project whose env is the generic template's and whose revisions are the case's operations. */
export function createCaseProgram(project: CliProject, files: Files): Program {
  const revisions = new Map((project.revisions ?? []).map((revision) => [revision.file, revision]));
  return {
    loadRevision(path) {
      const text = files.read(path) ?? "";
      const revision = revisions.get(path);
      if (revision !== undefined && text === "") return revisionModule(revision);
      const values = JSON.parse(text) as RevisionTemplateValues;
      return {
        path,
        revision: values.upRevision,
        downRevision: values.downRevision,
        branchLabels: values.branchLabels,
        dependsOn: values.dependsOn,
        docstring: values.message,
      };
    },
    runEnvironment(_path, host) {
      runGenericEnvironment(project, host);
    },
    callMigration(path, direction, host) {
      const revision = revisions.get(path);
      for (const operation of revision?.[direction] ?? []) invoke(host, decodeOperation(operation));
    },
    renderTemplate: (_template, values) => JSON.stringify(values),
    renderOperations: (operations, options) => renderPythonOperations(operations, options),
  };
}

/** The fields that a case names, from what `renderTemplate` wrote. */
export function readWrittenRevision(text: string): Readonly<Record<string, unknown>> {
  const values = JSON.parse(text) as RevisionTemplateValues;
  const down = values.downRevision;
  return {
    message: values.message,
    up_revision: values.upRevision,
    down_revision: down,
    revises: down === null ? "" : typeof down === "string" ? down : down.join(", "),
    create_date: values.createDate,
    branch_labels: values.branchLabels,
    depends_on: values.dependsOn,
    imports: values.imports.join("\n"),
    upgrades: values.upgrades,
    downgrades: values.downgrades,
  };
}

function invoke(host: OperationsHost, operation: Operation): void {
  host.invoke(operation, undefined);
}

function runGenericEnvironment(project: CliProject, host: EnvironmentHost): void {
  const targetMetadata = project.metadata === undefined ? null : decodeMetaData(project.metadata);
  if (host.isOfflineMode()) {
    const url = host.getMainOption("sqlalchemy.url") ?? "";
    host.configure({ url, targetMetadata, literalBinds: true });
  } else {
    const url = host.getSection(host.configIniSection)?.["sqlalchemy.url"];
    if (url === undefined) throw new ProgramError("KeyError", "'url'");
    host.connect(url);
    host.configure({ targetMetadata });
  }
  host.beginTransaction();
  try {
    host.runMigrations();
  } catch (error) {
    host.endTransaction(true);
    throw error;
  }
  host.endTransaction(false);
}

function revisionModule(revision: CliRevision): RevisionModule {
  return {
    path: revision.file,
    revision: revision.revision,
    downRevision: revision.down_revision ?? null,
    branchLabels: revision.branch_labels ?? null,
    dependsOn: revision.depends_on ?? null,
    docstring: revision.docstring === undefined ? generatedDocstring(revision) : revision.docstring,
  };
}

export function generatedDocstring(revision: CliRevision): string {
  const down = revision.down_revision ?? null;
  const revises = down === null ? "" : typeof down === "string" ? down : down.join(", ");
  return `${revision.message}\n\nRevision ID: ${revision.revision}\nRevises: ${revises}\nCreate Date: ${revision.create_date}\n\n`;
}
