import { DatabaseError, ProgramError } from "../errors.ts";
import { InternalFailure } from "../script/revisionErrors.ts";
import { NoHookProgramError } from "./runPostWriteHooks.ts";

const noPrograms =
  "A post-write hook starts a program, and no program can be started in a browser's tab. The revision file is written; take the hook out of the configuration here, and keep it at home.";

/** What helps against the mistakes that people make most, in our own words; undefined where nothing is sure to. */
export function hintFor(error: unknown): string | undefined {
  if (error instanceof DatabaseError) return noExtension(error) ?? error.fields.hint ?? databaseHint(error);
  if (error instanceof ProgramError && error.hint !== undefined) return error.hint;
  const message = error instanceof Error ? error.message : "";
  if (error instanceof ProgramError && error.type === "sqlalchemy.exc.NoSuchModuleError") {
    return "sqlalchemy.url still is the template's placeholder: write postgresql://... in alembic.ini, or set it in env.";
  }
  if (error instanceof ProgramError && error.type === "configparser.InterpolationSyntaxError") {
    return "In alembic.ini a percent sign is written twice: %%.";
  }
  if (error instanceof NoHookProgramError) {
    return noPrograms;
  }
  if (error instanceof InternalFailure && error.pythonType === "KeyError") {
    return `No file has the revision ${message}: correct the down revision or dependency that names it, or restore its file. Alembic itself says no more than this.`;
  }
  return messageHints.find(({ pattern }) => pattern.test(message))?.hint;
}

const messageHints: readonly { readonly pattern: RegExp; readonly hint: string }[] = [
  {
    pattern: /^Target database is not up to date\./,
    hint: "Run `alembic upgrade head` first: models and database can be compared only once every revision is applied.",
  },
  {
    pattern: /does not provide a MetaData object/,
    hint: "Pass targetMetadata to context.configure in env.",
  },
  {
    pattern: /^Can't locate revision identified by/,
    hint: "No file has this revision. If the version table names it, restore the file, or `alembic stamp --purge` a revision that exists.",
  },
  {
    pattern: /^Multiple head(s| revisions) are present/,
    hint: '`alembic merge heads -m "..."` joins them; `heads` as the target upgrades to all of them.',
  },
  {
    pattern: /is not a head revision; please specify --splice/,
    hint: "Something already follows this revision. With --splice the new one starts a branch beside it.",
  },
  {
    pattern: /A value is required for bind parameter '\w+'$/,
    hint: "In SQL text a colon before a word names a parameter. Give it a value, or write `\\\\:` where the colon itself is meant.",
  },
  {
    pattern: /'script_location' key found/,
    hint: "`alembic init alembic` makes alembic.ini and the folder for migrations.",
  },
  {
    pattern: /is detected in revisions \(/,
    hint: "Each revision must lead down to a first one whose down revision is null.",
  },
  {
    pattern: /^(Could not find entrypoint console_scripts|Could not find module |No formatter with name )/,
    hint: noPrograms,
  },
  {
    pattern: /it has no name$/,
    hint: "Give the constraint a name, or set a naming convention on the metadata, so that it can be dropped by name.",
  },
];

/** PostgreSQL's own hint asks for an administrator. */
function noExtension({ fields: { code, message } }: DatabaseError): string | undefined {
  if (code !== "0A000" || !/^extension ".*" is not available$/.test(message)) return undefined;
  return "The PostgreSQL in this tab has the usual extensions (citext, hstore, ltree, pg_trgm, pgcrypto, unaccent, uuid-ossp and others), and not this one: leave the statement out here, and keep it at home.";
}

function databaseHint(error: DatabaseError): string | undefined {
  const { code, message } = error.fields;
  switch (code) {
    case "22001":
      return error.sql.includes("version_num")
        ? "The version table's column holds 32 characters: give the revision a shorter id, or alter the column first."
        : undefined;
    case "23502":
      return "Rows exist and have no value for this column. Add it nullable, fill it, then set it NOT NULL; or give it a server default.";
    case "42710":
      return message.startsWith("type ")
        ? "Dropping a table leaves its enum type behind: drop the type in downgrade, or do not create it again."
        : undefined;
    case "42704":
      return message.startsWith("type ")
        ? "Adding a column does not create its enum type: create the type before the column."
        : undefined;
    case "42P07":
      return "The database already has it. If the schema really is what this revision makes, `alembic stamp` records that without running anything.";
    case "55P04":
      return "A new enum value can be used only after a commit: add it in an autocommit block.";
    case "25001":
      return "Run this statement in an autocommit block: it cannot be part of a transaction.";
    case "25P02":
      return "An earlier statement of this transaction failed and the error was swallowed.";
    case "2BP01":
      return "Something else depends on it: drop that first.";
    default:
      return undefined;
  }
}
