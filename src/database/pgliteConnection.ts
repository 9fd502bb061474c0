import { protocol, type PGlite } from "@electric-sql/pglite";
import type { Connection, Notice, QueryResult, ResultColumn } from "../engine/connection.ts";
import { DatabaseError, type DatabaseErrorFields } from "../engine/errors.ts";

type BackendMessage = Parameters<Parameters<InstanceType<typeof protocol.Parser>["parse"]>[1]>[0];

/** PGlite stopped answering: neither a completed command nor an error came back, and it cannot be trusted any more. */
export class DatabaseGoneError extends Error {
  override readonly name = "DatabaseGoneError";
  readonly sql: string;
  constructor(sql: string) {
    super("PostgreSQL stopped answering while it ran this statement; it has to be started again");
    this.sql = sql;
  }
}

/**
 * Sent behind every query: COPY FROM STDIN would otherwise wait for data for ever. PostgreSQL ignores the message
 * outside of a copy.
 */
const copyFail = protocol.serialize.copyFail("COPY FROM STDIN has nothing to read from here; use INSERT instead");

const catalogQuery = /^SELECT\b[\s\S]*\bFROM pg_/;
const forgetsPrepared = /\b(deallocate|discard\s+all)\b/i;

/* What the end of a session does; what is prepared stays. Source: PostgreSQL documentation, "DISCARD". */
const sessionEnd =
  "RESET SESSION AUTHORIZATION; RESET ALL; CLOSE ALL; UNLISTEN *; SELECT pg_advisory_unlock_all(); DISCARD TEMP; DISCARD SEQUENCES";

function boundTo(statement: string, parameters: readonly (string | null)[]): Uint8Array {
  const { serialize } = protocol;
  return concatenate([
    serialize.bind({ statement, values: [...parameters] }),
    serialize.describe({ type: "P" }),
    serialize.execute({}),
    serialize.sync(),
  ]);
}

/** PGlite behind the engine's synchronous port. Source: PostgreSQL documentation, "Message Flow". */
export class PgliteConnection implements Connection {
  readonly #database: PGlite;
  /** Names of prepared statements by their SQL. */
  readonly #prepared = new Map<string, string>();
  #preparedCount = 0;
  #inTransaction = false;

  constructor(database: PGlite) {
    this.#database = database;
  }

  get inTransaction(): boolean {
    return this.#inTransaction;
  }

  execute(sql: string, parameters: readonly (string | null)[] = []): QueryResult {
    if (catalogQuery.test(sql)) return this.#executePrepared(sql, parameters);
    if (parameters.length === 0) {
      const results = this.executeScript(sql);
      return results[results.length - 1] ?? emptyResult;
    }
    const message = concatenate([protocol.serialize.parse({ text: sql }), boundTo("", parameters)]);
    return this.#exchange(message, sql)[0] ?? emptyResult;
  }

  /** The questions to the catalogs are few and asked after every statement; most of their time would go into planning them. */
  #executePrepared(sql: string, parameters: readonly (string | null)[]): QueryResult {
    const known = this.#prepared.get(sql);
    const name = known ?? `stillroom_${this.#preparedCount++}`;
    const message = known === undefined ? [protocol.serialize.parse({ name, text: sql })] : [];
    const result = this.#exchange(concatenate([...message, boundTo(name, parameters)]), sql)[0] ?? emptyResult;
    this.#prepared.set(sql, name);
    return result;
  }

  executeScript(sql: string): readonly QueryResult[] {
    if (forgetsPrepared.test(sql)) this.#prepared.clear();
    return this.#exchange(concatenate([protocol.serialize.query(sql), copyFail]), sql);
  }

  /** The next statement finds what a new connection finds: no open transaction, no settings, no temporary tables. */
  endSession(): void {
    if (this.#inTransaction) this.execute("ROLLBACK");
    this.executeScript(sessionEnd);
  }

  #exchange(message: Uint8Array, sql: string): QueryResult[] {
    const reader = new ResponseReader(sql);
    this.#send(message, reader);
    if (reader.status !== null) this.#inTransaction = reader.status !== "I";
    if (reader.error !== null) throw reader.error;
    if (!reader.completed) throw new DatabaseGoneError(sql);
    return reader.results;
  }

  /**
   * `execProtocolRawStream` runs to its end before its first await, so the answer is there when it returns;
   * `execProtocolRawSync` would parse and keep every message a second time.
   */
  #send(message: Uint8Array, reader: ResponseReader): void {
    const parser = new protocol.Parser();
    void this.#database
      .execProtocolRawStream(message, {
        syncToFs: false,
        onRawData: (bytes) => parser.parse(bytes.slice(), (parsed) => reader.read(parsed)),
      })
      .catch(() => undefined);
  }
}

const emptyResult: QueryResult = { columns: [], rows: [], command: "", rowCount: 0, notices: [] };

/** Folds the messages of one exchange into results; the first error wins. */
class ResponseReader {
  readonly results: QueryResult[] = [];
  error: DatabaseError | null = null;
  completed = false;
  /** The transaction status of ReadyForQuery: I, T or E. */
  status: string | null = null;
  readonly #sql: string;
  #columns: readonly ResultColumn[] = [];
  #rows: (readonly (string | null)[])[] = [];
  #notices: Notice[] = [];

  constructor(sql: string) {
    this.#sql = sql;
  }

  read(message: BackendMessage): void {
    switch (message.name) {
      case "rowDescription": {
        const { fields } = message as InstanceType<typeof protocol.messages.RowDescriptionMessage>;
        this.#columns = fields.map((field) => ({ name: field.name, typeOid: field.dataTypeID }));
        break;
      }
      case "dataRow":
        this.#rows.push((message as InstanceType<typeof protocol.messages.DataRowMessage>).fields);
        break;
      case "commandComplete":
        this.#complete((message as InstanceType<typeof protocol.messages.CommandCompleteMessage>).text);
        break;
      case "emptyQuery":
        this.#complete("");
        break;
      case "notice":
        this.#notices.push(toNotice(message as InstanceType<typeof protocol.messages.NoticeMessage>));
        break;
      case "error":
        this.error ??= new DatabaseError(
          toErrorFields(message as InstanceType<typeof protocol.messages.DatabaseError>),
          this.#sql,
        );
        break;
      case "readyForQuery":
        this.status = (message as InstanceType<typeof protocol.messages.ReadyForQueryMessage>).status;
        break;
      default:
        break;
    }
  }

  #complete(command: string): void {
    this.completed = true;
    const count = /(\d+)$/.exec(command);
    this.results.push({
      columns: this.#columns,
      rows: this.#rows,
      command,
      rowCount: count ? Number(count[1]) : this.#rows.length,
      notices: this.#notices,
    });
    this.#columns = [];
    this.#rows = [];
    this.#notices = [];
  }
}

function toNotice(notice: InstanceType<typeof protocol.messages.NoticeMessage>): Notice {
  return {
    severity: notice.severity ?? "NOTICE",
    code: notice.code ?? "00000",
    message: notice.message ?? "",
    ...(notice.detail === undefined ? {} : { detail: notice.detail }),
    ...(notice.hint === undefined ? {} : { hint: notice.hint }),
  };
}

function toErrorFields(error: InstanceType<typeof protocol.messages.DatabaseError>): DatabaseErrorFields {
  const optional = {
    detail: error.detail,
    hint: error.hint,
    position: error.position === undefined ? undefined : Number(error.position),
    where: error.where,
    schema: error.schema,
    table: error.table,
    column: error.column,
    dataType: error.dataType,
    constraint: error.constraint,
  };
  const present = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined));
  return { message: error.message, severity: error.severity ?? "ERROR", code: error.code ?? "XX000", ...present };
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
