import type { FileMap } from "../../worker/messages.ts";
import { parseSharedWorkspace } from "../link/encodeLink.ts";
import { LinkError } from "../link/linkError.ts";
import type { SharedWorkspace } from "../link/sharedWorkspace.ts";
import { ImportError } from "./importError.ts";
import { readProject, readZip, type RawFile } from "./readProject.ts";

/** What somebody brings along, from a drop, a file dialog or the clipboard. */
export type Brought =
  /** A file that Share saved: opened like a link. */
  | { readonly kind: "shared"; readonly shared: SharedWorkspace }
  | {
      readonly kind: "project";
      readonly name: string;
      readonly files: FileMap;
      /** Paths of what is no text, or too long. */
      readonly leftOut: readonly string[];
    }
  /** DDL, with rows or without. */
  | { readonly kind: "database"; readonly name: string; readonly sql: string };

const longestSql = 4_000_000;

/** Finds out what the files are: one saved workspace, one archive, one SQL file, or a project's folder. @throws ImportError, LinkError */
export function readBrought(raw: readonly RawFile[]): Brought {
  const [only] = raw;
  if (only === undefined) throw new ImportError("Nothing was dropped that could be read.");
  const name = stem(only.path);
  if (raw.length === 1 && only.bytes !== null) {
    const [ending] = /\.(json|zip|sql)$/i.exec(only.path) ?? [];
    switch (ending?.toLowerCase()) {
      case ".json":
        return { kind: "shared", shared: parseSharedWorkspace(decode(only.bytes)) };
      case ".zip":
        return { kind: "project", name, ...readProject(readZip(only.bytes)) };
      case ".sql":
        return readDdl(decode(only.bytes), name);
    }
  }
  if (raw.length === 1 && !only.path.includes("/") && only.path !== "alembic.ini")
    throw new ImportError(
      `${only.path} is none of what can be opened: a folder or a zip with alembic.ini in it, a .stillroom.json file, or a .sql file.`,
    );
  return { kind: "project", name: stem(only.path.split("/")[0] ?? ""), ...readProject(raw) };
}

/** SQL that was pasted or read from a file. @throws ImportError */
export function readDdl(sql: string, name: string): Brought {
  if (sql.trim() === "") throw new ImportError("There is no SQL in it.");
  if (sql.length > longestSql)
    throw new ImportError("This SQL is longer than 4 MB: bring the schema without its rows.");
  if (/^COPY .* FROM stdin/im.test(sql))
    throw new ImportError("It brings its rows by COPY. Write it with pg_dump --inserts, or with --schema-only.");
  return { kind: "database", name, sql: withoutPsql(sql) };
}

/** pg_dump's own lines for psql, such as `\restrict`, are not SQL. */
function withoutPsql(sql: string): string {
  return sql.replaceAll("\r\n", "\n").replace(/^\\\w.*$/gm, "");
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new LinkError("damaged");
  }
}

function stem(path: string): string {
  const name = (path.split("/").at(-1) ?? "").replace(/(\.stillroom)?\.(zip|json|sql)$/i, "");
  return name === "" ? "Imported" : name.slice(0, 80);
}
