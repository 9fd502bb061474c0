import { ProgramError, type SourceLocation } from "../engine/errors.ts";
import type { ConfigureOptions, EnvironmentHost, OperationsHost } from "../engine/program.ts";
import type { QueryResult } from "../engine/connection.ts";
import type { Operation } from "../engine/operations/operation.ts";
import type { LiteralValue } from "../engine/schema/sqlExpression.ts";
import { createEngineQuestions, type RunStatement } from "./engineQuestions.ts";

/** Who answers the guest library at the moment: env.ts runs inside a command, a migration inside env.ts. */
export interface GuestHosts {
  environment: EnvironmentHost | null;
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
    isAutogenerate: () => false,
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
    configFileName: () => environment("config").configFileName,
    configIniSection: () => environment("config").configIniSection,
    getMainOption: ({ name }) => environment("getMainOption").getMainOption(String(name)),
    setMainOption: ({ name, value }) => environment("setMainOption").setMainOption(String(name), String(value)),
    getSection: ({ name }) => environment("getSection").getSection(String(name)),
    connect: ({ url }) => environment("connect").connect(String(url)),
    isOfflineMode: () => environment("isOfflineMode").isOfflineMode(),
    configure: (options) => environment("configure").configure(readOptions(options, settings)),
    runMigrations: () => environment("runMigrations").runMigrations(),
    beginTransaction: () => environment("beginTransaction").beginTransaction(),
    endTransaction: ({ error }) => environment("beginTransaction").endTransaction(error === true),
    getXArgument: () => environment("getXArgument").getXArgument(),
    getTagArgument: () => environment("getTagArgument").getTagArgument(),
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

function caller({ callback }: { readonly callback: number }, settings: GuestCallsSettings) {
  return (...args: readonly unknown[]): unknown => settings.callCallback(callback, args);
}

function isCallback(value: unknown): value is { readonly callback: number } {
  return typeof value === "object" && value !== null && "callback" in value && typeof value.callback === "number";
}
