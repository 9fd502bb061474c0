/** The project's files as the engine sees them. Paths are relative to the project's folder with `/` between parts. */
export interface Files {
  read(path: string): string | null;
  /** Every file path, sorted. */
  list(): readonly string[];
  /** Whether a folder exists, also an empty one. */
  hasFolder(path: string): boolean;
  /** Every folder path, where the holder of the files knows empty ones too. */
  listFolders?(): readonly string[];
  write(path: string, text: string): void;
  makeFolder(path: string): void;
}
