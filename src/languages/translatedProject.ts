import type { ConfigureOptions } from "../engine/program.ts";

/** A file in another language, and what of the original could not be said in it. */
export interface RenderedFile {
  readonly text: string;
  readonly remarks: readonly string[];
}

/** A project in another language: path -> text, and what of the original could not be said in it. */
export interface TranslatedProject {
  readonly files: Readonly<Record<string, string>>;
  readonly remarks: readonly string[];
}

/** What a revision file says where the original asked the connection for rows. @param line of the original */
export function queryRemark(line: number | null): string {
  const place = line === null ? "The original" : `Line ${line} of the original`;
  return `${place} asks the connection for rows here; what it does with them is not recorded.`;
}

/** What a revision file says where the original's function failed without a database. */
export function failureRemark(failure: string): string {
  return `The recording ended here: ${failure.split("\n")[0] ?? ""}\nWrite the rest by hand.`;
}

const functions = [
  "includeName",
  "includeObject",
  "processRevisionDirectives",
  "renderItem",
  "onVersionApply",
] as const satisfies readonly (keyof ConfigureOptions)[];

/** What an env file says of the functions that the original gave to `context.configure`; null: it gave none. */
export function functionsRemark(configure: ConfigureOptions, language: string): string | null {
  const missing = [
    ...functions.filter((name) => configure[name] !== undefined && configure[name] !== null),
    ...(["compareType", "compareServerDefault"] as const).filter((name) => typeof configure[name] === "function"),
  ];
  if (missing.length === 0) return null;
  return `gives functions to context.configure (${missing.join(", ")}), which are to be written again in ${language}`;
}
