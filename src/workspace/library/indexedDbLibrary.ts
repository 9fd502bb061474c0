import { storeName } from "./storeName.ts";
import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import { StorageError, type WorkspaceLibrary } from "./workspaceLibrary.ts";
import { readRecord, summaryOf, UnreadableWorkspaceError, type WorkspaceSummary } from "./workspaceRecord.ts";

interface Schema extends DBSchema {
  /** WorkspaceRecord by its id; what an older or newer build wrote is there as well. */
  workspaces: { key: string; value: unknown };
  /** The data directories that saved databases belong to, compressed, by name. */
  bases: { key: string; value: Blob };
}

const version = 1;

/** Workspaces in the browser's IndexedDB. @throws StorageError where the browser has none for this page */
export async function openIndexedDbLibrary(): Promise<WorkspaceLibrary> {
  const use = connectionTo(storeName);
  await told(use, () => Promise.resolve());
  return {
    kind: "browser",
    reason: null,
    list: () => use(list),
    load: (id) =>
      use(async (database) => {
        const value = await database.get("workspaces", id);
        return value === undefined ? null : readRecord(value);
      }),
    loadRaw: (id) => use((database) => database.get("workspaces", id)),
    save: (record) =>
      told(use, async (database) => {
        const transaction = database.transaction("workspaces", "readwrite", { durability: "strict" });
        const put = transaction.store.put(record, record.id);
        // A page that is being left does not come round to it again.
        transaction.commit();
        await Promise.all([put, transaction.done]);
      }),
    amend: (id, fields) =>
      told(use, async (database) => {
        const { store, done } = database.transaction("workspaces", "readwrite");
        const value = await store.get(id);
        if (value !== undefined) await store.put({ ...readRecord(value), ...fields }, id);
        await done;
      }),
    erase: (id) => told(use, (database) => database.delete("workspaces", id)),
    saveBase: (name, directory) =>
      told(use, async (database) => {
        if ((await database.getKey("bases", name)) === undefined) await database.put("bases", await directory(), name);
      }),
    loadBase: (name) => use(async (database) => (await database.get("bases", name)) ?? null),
  };
}

type Use = <Result>(work: (database: IDBPDatabase<Schema>) => Promise<Result>) => Promise<Result>;

/** Works on the store; where the browser has closed it meanwhile (its data was cleared, or its process ended) it is opened again. */
function connectionTo(name: string): Use {
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  const connect = (): Promise<IDBPDatabase<Schema>> => {
    opened ??= openDB<Schema>(name, version, {
      upgrade(database) {
        database.createObjectStore("workspaces");
        database.createObjectStore("bases");
      },
      terminated() {
        opened = null;
      },
    });
    return opened;
  };
  return async (work) => {
    try {
      return await work(await connect());
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== "InvalidStateError") throw error;
      opened = null;
      return work(await connect());
    }
  };
}

async function list(database: IDBPDatabase<Schema>): Promise<readonly WorkspaceSummary[]> {
  const transaction = database.transaction("workspaces");
  const [keys, values] = await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()]);
  return values
    .map((value, index) => summary(value, keys[index] ?? ""))
    .sort((left, right) => right.savedAt - left.savedAt);
}

function summary(value: unknown, id: string): WorkspaceSummary {
  try {
    return summaryOf(readRecord(value));
  } catch (error) {
    if (!(error instanceof UnreadableWorkspaceError)) throw error;
    const { name, savedAt } = (typeof value === "object" && value !== null ? value : {}) as Readonly<
      Record<string, unknown>
    >;
    return {
      id,
      name: typeof name === "string" ? name : id,
      origin: "",
      savedAt: typeof savedAt === "number" ? savedAt : 0,
      deletedAt: null,
      fileCount: 0,
      heads: [],
      readable: false,
    };
  }
}

async function told<Result>(use: Use, work: (database: IDBPDatabase<Schema>) => Promise<Result>): Promise<Result> {
  try {
    return await use(work);
  } catch (error) {
    throw error instanceof UnreadableWorkspaceError ? error : new StorageError(reasonOf(error));
  }
}

function reasonOf(error: unknown): string {
  const name = error instanceof Error ? error.name : "";
  switch (name) {
    case "QuotaExceededError":
      return "the browser's storage for this page is full";
    case "SecurityError":
    case "InvalidStateError":
      return "this browser window keeps nothing (a private window, or storage is switched off)";
    case "VersionError":
      return "a newer version of this page has been used here; reload to get it";
    default:
      return error instanceof Error && error.message !== "" ? error.message : "the browser refused to store it";
  }
}
