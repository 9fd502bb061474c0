/** Something that cannot become a workspace, in words for people. */
export class ImportError extends Error {
  override readonly name = "ImportError";
}
