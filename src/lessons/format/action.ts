import * as v from "valibot";
import { filePathSchema, pathPatternSchema } from "./filePath.ts";

const line = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500, "is longer than 500 characters"));
const text = v.pipe(v.string(), v.maxLength(400_000, "is longer than 400,000 characters"));

/** The forms of an action, by the key that names each. */
const forms = {
  /** A line in the terminal. `fails`: it is meant to end with a mistake. */
  run: v.strictObject({ kind: v.literal("run"), run: line, fails: v.optional(v.boolean()) }),
  /** Statements in the SQL pane. */
  sql: v.strictObject({ kind: v.literal("sql"), sql: text, fails: v.optional(v.boolean()) }),
  /** In the one file that the pattern means, `replace` (which stands there once), or all that is `inside` of a function, becomes `with`. */
  edit: v.strictObject({
    kind: v.literal("edit"),
    edit: pathPatternSchema,
    replace: v.optional(text),
    inside: v.optional(v.pipe(v.string(), v.regex(/^\w+$/, "must be a function's name"))),
    with: text,
  }),
  /** A whole file. */
  write: v.strictObject({ kind: v.literal("write"), write: filePathSchema, text }),
  remove: v.strictObject({ kind: v.literal("remove"), remove: pathPatternSchema }),
  /** A file is looked at. */
  open: v.strictObject({ kind: v.literal("open"), open: pathPatternSchema }),
};

export const actionKinds: readonly string[] = Object.keys(forms);

export const actionSchema = v.variant("kind", [
  forms.run,
  forms.sql,
  forms.edit,
  forms.write,
  forms.remove,
  forms.open,
]);

/** One thing that a person does in a project. */
export type Action = Readonly<v.InferOutput<typeof actionSchema>>;
export type ActionOf<Kind extends Action["kind"]> = Extract<Action, { readonly kind: Kind }>;
