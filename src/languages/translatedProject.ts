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
