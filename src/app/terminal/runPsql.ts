import type { SqlResult } from "../../worker/messages.ts";
import { formatResult } from "./formatResult.ts";
import type { LocalWorld } from "./runLocalCommand.ts";

type Printer = Pick<LocalWorld, "print" | "query">;

const usage = `psql: use psql -c "SELECT ..." for one query, \\dt and \\d TABLE for the schema, or the SQL pane for more`;

/** The part of psql that answers at once: `-c` with SQL or with a command of the \\d family. @returns whether it succeeded */
export async function runPsql(words: readonly string[], world: Printer): Promise<boolean> {
  if (words[0] === "-d" || words[0] === "--dbname") {
    const [, database, ...rest] = words;
    return runPsql(rest, { ...world, query: (sql) => world.query(sql, database) });
  }
  const command = words[0] === "-c" || words[0] === "--command" ? words.slice(1).join(" ").trim() : "";
  if (command === "") {
    world.print("mistake", `${usage}\n`);
    return false;
  }
  return command.startsWith("\\") ? describe(command, world) : query(command, world);
}

async function query(sql: string, world: Printer): Promise<boolean> {
  const answer = await world.query(sql);
  if (answer === null) return false;
  for (const result of answer.results) {
    for (const notice of result.notices) world.print("note", notice);
    world.print("stdout", formatResult(result));
  }
  if (answer.error === null) return true;
  const { severity, message, detail, hint } = answer.error;
  const more = [detail === undefined ? "" : `\nDETAIL:  ${detail}`, hint === undefined ? "" : `\nHINT:  ${hint}`];
  world.print("mistake", `${severity}:  ${message}${more.join("")}\n`);
  return false;
}

const unavailable = /^\\(c|connect|i|ir|o|w|g|!|e|ef|ev|copy|password|watch|q|s)\b/;

/** psql's own queries and layout, by the library that ports them. */
async function describe(command: string, world: Printer): Promise<boolean> {
  if (unavailable.test(command)) {
    world.print("mistake", `${command.split(/\s/)[0]} has no meaning here; the \\d family, \\l, \\sf and \\h work\n`);
    return false;
  }
  const { describe: run, describeDataToString } = await import("psql-describe");
  let failed = false;
  const { promise } = run(
    command,
    "postgres",
    async (sql: string) => {
      const answer = await world.query(sql);
      if (answer === null || answer.error !== null) {
        failed = true;
        throw new Error(answer?.error?.message ?? "stopped");
      }
      return rawResult(answer.results.at(-1));
    },
    (item) => world.print("stdout", `${describeDataToString(item).trimEnd()}\n`),
  );
  try {
    await promise;
  } catch (error) {
    failed = true;
    world.print("mistake", `${error instanceof Error ? error.message : String(error)}\n`);
  }
  return !failed;
}

/** A result in the shape that node-postgres gives with `rowMode: "array"`, unparsed. */
function rawResult(result: SqlResult | undefined) {
  return {
    rows: result?.rows ?? [],
    fields: (result?.columns ?? []).map(({ name }) => ({ name, dataTypeID: 25 })),
    rowCount: result?.rowCount ?? 0,
    command: result?.command ?? "",
  };
}
