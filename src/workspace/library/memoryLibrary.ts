import type { WorkspaceLibrary } from "./workspaceLibrary.ts";
import { summaryOf, type WorkspaceRecord } from "./workspaceRecord.ts";

/** Keeps workspaces as long as the tab lives. @param reason why the browser keeps nothing, for people */
export function createMemoryLibrary(reason: string): WorkspaceLibrary {
  const records = new Map<string, WorkspaceRecord>();
  const bases = new Map<string, Blob>();
  return {
    kind: "memory",
    reason,
    list: () =>
      Promise.resolve([...records.values()].map(summaryOf).sort((left, right) => right.savedAt - left.savedAt)),
    load: (id) => Promise.resolve(records.get(id) ?? null),
    loadRaw: (id) => Promise.resolve(records.get(id)),
    save: (record) => {
      records.set(record.id, record);
      return Promise.resolve();
    },
    amend: (id, fields) => {
      const record = records.get(id);
      if (record !== undefined) records.set(id, { ...record, ...fields });
      return Promise.resolve();
    },
    erase: (id) => {
      records.delete(id);
      return Promise.resolve();
    },
    saveBase: async (name, directory) => {
      if (!bases.has(name)) bases.set(name, await directory());
    },
    loadBase: (name) => Promise.resolve(bases.get(name) ?? null),
  };
}
