const mostNamed = 8;

/** Tells which files of a project were not taken. */
export function leftOutNote(paths: readonly string[]): string {
  const more = paths.length - mostNamed;
  const named = [...paths].sort().slice(0, mostNamed).join(", ");
  return `Left out, because they are no text in UTF-8 or longer than 400,000 bytes: ${named}${more > 0 ? ` and ${more} more` : ""}.`;
}
