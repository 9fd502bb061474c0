import * as v from "valibot";

const mostFiles = 400;
const longestText = 400_000;
const longestName = 120;
const longestCommand = 300;

const path = v.pipe(
  v.string(),
  v.maxLength(300, "is longer than 300 characters"),
  v.check(
    (text) =>
      /^[^/\\\0]+(\/[^/\\\0]+)*\/?$/.test(text) && text.split("/").every((part) => part !== "." && part !== ".."),
    "is not a path inside of the project",
  ),
);
const text = v.pipe(v.string(), v.maxLength(longestText, "is longer than 400,000 characters"));
const files = v.pipe(
  v.record(path, text),
  v.check((all) => Object.keys(all).length <= mostFiles, `holds more than ${mostFiles} files`),
);

/** The form of version 1; later versions add a form beside it and keep reading this one. */
export const sharedWorkspaceSchema = v.strictObject({
  v: v.literal(1),
  name: v.pipe(v.string(), v.maxLength(longestName, `is longer than ${longestName} characters`)),
  /** The starter whose files are meant where `files` says nothing; absent: there are no others than `files`. */
  base: v.optional(v.pipe(v.string(), v.maxLength(60))),
  files,
  /** Files of `base` that are not there. */
  without: v.optional(v.array(path)),
  /** Where the database stands: what `alembic upgrade` is given, one after the other. */
  heads: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[\w.]{1,64}$/, "is no revision id"))), v.maxLength(50)),
  /** SQL that brings the rows back once the revisions have run. */
  rows: v.optional(v.pipe(v.string(), v.maxLength(1_000_000, "are more than 1,000,000 characters of SQL"))),
  open: v.optional(v.strictObject({ path, line: v.pipe(v.number(), v.integer(), v.minValue(1)) })),
  /** Which tab of the database is shown. */
  view: v.optional(v.picklist(["schema", "data", "sql", "differences"])),
  /** A command that runs, and is watched, once the visitor has agreed. */
  play: v.optional(v.pipe(v.string(), v.maxLength(longestCommand, `is longer than ${longestCommand} characters`))),
});

/** A workspace as a link or a file holds it. */
export type SharedWorkspace = v.InferOutput<typeof sharedWorkspaceSchema>;
