import type { WorkspaceRecord, WorkspaceSummary } from "./workspaceRecord.ts";

/** Why something could not be kept, in words for people. */
export class StorageError extends Error {
  override readonly name = "StorageError";
}

/** Where workspaces live. */
export interface WorkspaceLibrary {
  /** `memory`: the browser keeps nothing here, and everything ends with the tab. */
  readonly kind: "browser" | "memory";
  /** Why there is only memory; null where there is more. */
  readonly reason: string | null;
  /** Newest first; thrown away ones too. */
  list(): Promise<readonly WorkspaceSummary[]>;
  /** null: there is none. @throws UnreadableWorkspaceError */
  load(id: string): Promise<WorkspaceRecord | null>;
  /** The stored value as it is, for saving one that cannot be read. */
  loadRaw(id: string): Promise<unknown>;
  /** Written whole or not at all. @throws StorageError */
  save(record: WorkspaceRecord): Promise<void>;
  /** Changes one that may be open in another tab, which writes it meanwhile. @throws StorageError, UnreadableWorkspaceError */
  amend(id: string, fields: Partial<Pick<WorkspaceRecord, "name" | "deletedAt">>): Promise<void>;
  /** Ends it for good. @throws StorageError */
  erase(id: string): Promise<void>;
  /** Keeps the directory that saved databases belong to, once for each name. @throws StorageError */
  saveBase(name: string, directory: () => Promise<Blob>): Promise<void>;
  loadBase(name: string): Promise<Blob | null>;
}
