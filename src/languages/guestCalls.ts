import { ProgramError, type SourceLocation } from "../engine/errors.ts";
import type { ConfigHost, ConfigureOptions, EnvironmentHost, OperationsHost } from "../engine/program.ts";
import type { QueryResult } from "../engine/connection.ts";
import type { Operation } from "../engine/operations/operation.ts";
import type { Revision } from "../engine/script/revision.ts";
import type { LiteralValue } from "../engine/schema/sqlExpression.ts";
import { createEngineQuestions, type RunStatement } from "./engineQuestions.ts";

/** Who answers the guest library at the moment: env.ts runs inside a command, a migration inside env.ts. */
export interface GuestHosts {
  environment: EnvironmentHost | null;
  /** Answers for alembic.ini alone, while a template is filled. */
  config: ConfigHost | null;
  operations: OperationsHost | null;
}

export interface GuestCallsSettings {
  readonly hosts: GuestHosts;
  /** The innermost project frame of a stack. */
  locate(stack: unknown): SourceLocation | undefined;
  print(stream: "stdout" | "stderr", text: string): void;
  /** Calls a function that was handed over as `{ callback: id }`. */
  callCallback(id: number, args: readonly unknown[]): unknown;
}

/** The other side of `callHost`: what the guest library asks, answered by the engine. */
export interface GuestCalls {
  /** @throws what the engine throws, and ProgramError for a call that has no meaning now */
  answer(name: string, payload: unknown): unknown;
}

type Payload = Readonly<Record<string, unknown>>;

const mostPrinted = 200_000;

export function createGuestCalls(settings: GuestCallsSettings): GuestCalls {
  const { hosts } = settings;
  let printed = 0;
  const environment = (callee: string): EnvironmentHost =>
    hosts.environment ?? notNow(callee, "EnvironmentContext", "env.ts");
  const config = (callee: string): ConfigHost => hosts.environment ?? hosts.config ?? environment(callee);
  const operations = (callee: string): OperationsHost =>
    hosts.operations ?? notNow(callee, "Operations", "upgrade() or downgrade()");

  /** In a revision the migration's connection; in env what `connect` opened, also before `configure`. */
  const execute = (
    sql: string,
    parameters: Readonly<Record<string, LiteralValue>>,
    location: SourceLocation | undefined,
  ): QueryResult =>
    hosts.operations === null && hosts.environment !== null
      ? hosts.environment.executeOnConnection(sql, parameters)
      : operations("execute").execute(sql, parameters, location);
  const run: RunStatement = (sql, parameters) => execute(sql, parameters, undefined);
  const mode = () => (hosts.environment?.isOfflineMode() === true ? "offline" : "online");

  const answers: Readonly<Record<string, (payload: Payload) => unknown>> = {
    ...createEngineQuestions(mode, run),
    connectionBegin: () => null,
    connectionEnd: ({ commit }) => {
      // On the connection of a migration it is Alembic that commits.
      if (hosts.operations !== null) return null;
      if (commit === true) environment("connection").commitConnection();
      else environment("connection").rollbackConnection();
      return null;
    },
    connectionInTransaction: () => hosts.operations !== null,
    print: ({ stream, text }) => {
      if (printed > mostPrinted) return;
      const said = String(text);
      printed += said.length;
      settings.print(stream === "stderr" ? "stderr" : "stdout", said.slice(0, mostPrinted));
      if (printed > mostPrinted) settings.print("stderr", "... more was printed than the terminal takes\n");
    },
    invoke: ({ operation, stack }) => operations("op").invoke(operation as Operation, settings.locate(stack)),
    execute: ({ sql, parameters, stack }) => {
      const bound = (parameters ?? {}) as Readonly<Record<string, LiteralValue>>;
      return execute(String(sql), bound, settings.locate(stack));
    },
    beginAutocommitBlock: () => operations("autocommitBlock").beginAutocommitBlock(),
    endAutocommitBlock: () => operations("autocommitBlock").endAutocommitBlock(),
    configFileName: () => config("config").configFileName,
    configIniSection: () => config("config").configIniSection,
    getMainOption: ({ name }) => config("getMainOption").getMainOption(String(name)),
    setMainOption: ({ name, value }) => {
      const host = environment("setMainOption");
      host.setSectionOption(host.configIniSection, String(name), String(value));
    },
    setSectionOption: ({ section, name, value }) =>
      environment("setSectionOption").setSectionOption(String(section), String(name), String(value)),
    removeMainOption: ({ name }) => environment("removeMainOption").removeMainOption(String(name)),
    getSection: ({ name }) => config("getSection").getSection(String(name)),
    connect: ({ url }) => environment("connect").connect(String(url)),
    isOfflineMode: () => environment("isOfflineMode").isOfflineMode(),
    configure: (options) => environment("configure").configure(readOptions(options, settings)),
    runMigrations: () => environment("runMigrations").runMigrations(),
    beginTransaction: () => environment("beginTransaction").beginTransaction(),
    endTransaction: ({ error }) => environment("beginTransaction").endTransaction(error === true),
    getXArgument: () => environment("getXArgument").getXArgument(),
    getTypedArguments: () => environment("cmd_opts").getTypedArguments(),
    getTagArgument: () => environment("getTagArgument").getTagArgument(),
    getRevisions: () => environment("script").getRevisions().map(revisionFields),
    getHeadRevision: () => environment("getHeadRevision").getHeadRevision(),
    contextExecute: ({ sql }) => environment("execute").execute(String(sql)),
  };

  return {
    answer(name, payload) {
      const answer = Object.hasOwn(answers, name) ? answers[name] : undefined;
      if (answer === undefined) throw new ProgramError("Error", `nothing answers ${name}`);
      return answer((payload ?? {}) as Payload);
    },
  };
}

/** A revision as JSON: its sets as lists. */
function revisionFields(revision: Revision): object {
  return {
    revision: revision.revision,
    downRevisions: revision.downRevisions,
    dependencies: revision.dependencies,
    branchLabels: [...revision.branchLabels],
    nextRevisions: [...revision.nextRevisions],
    isHead: revision.isHead,
    isBase: revision.isBase,
    isBranchPoint: revision.isBranchPoint,
    isMergePoint: revision.isMergePoint,
    doc: revision.doc,
    longDoc: revision.longDoc,
    path: revision.path,
  };
}

/** Source: alembic.util.langhelpers, ModuleClsProxy. */
function notNow(callee: string, className: string, place: string): never {
  throw new ProgramError(
    "NameError",
    `Can't invoke function '${callee}', as the proxy object has not yet been established for the Alembic '${className}' class.  Try placing this code inside ${place}.`,
  );
}

/** Functions arrive as `{ callback: id }`; everything else as data. */
function readOptions(options: Payload, settings: GuestCallsSettings): ConfigureOptions {
  const { connected: _connected, url, ...rest } = options;
  const crossed = (value: unknown): unknown => (isCallback(value) ? caller(value, settings) : value);
  const entries = Object.entries(rest).map(([key, value]) => [
    key,
    Array.isArray(value) ? value.map(crossed) : crossed(value),
  ]);
  return { ...Object.fromEntries(entries), ...(typeof url === "string" ? { url } : {}) } as ConfigureOptions;
}

interface CrossedFunction {
  readonly callback: number;
  /** As messages name it. */
  readonly name?: string;
}

function caller({ callback, name = "" }: CrossedFunction, settings: GuestCallsSettings) {
  const call = (...args: readonly unknown[]): unknown => settings.callCallback(callback, args);
  return Object.defineProperty(call, "name", { value: name });
}

function isCallback(value: unknown): value is CrossedFunction {
  return typeof value === "object" && value !== null && "callback" in value && typeof value.callback === "number";
}
