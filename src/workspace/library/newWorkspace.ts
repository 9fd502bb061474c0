import type { Starter } from "../starters/starters.ts";
import { createRecord } from "./createRecord.ts";
import type { WorkspaceRecord } from "./workspaceRecord.ts";

export interface Newborn {
  /** Letters and digits; random. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Names that are taken. */
  readonly names: readonly string[];
}

/** A workspace with a starter's files and an empty database. */
export function newWorkspace(starter: Starter, { id, now, names }: Newborn): WorkspaceRecord {
  return createRecord({
    id,
    now,
    name: freeName(starter.title, names),
    origin: starter.id,
    files: starter.files,
    open: ["models.ts", "models.py", starter.openFile],
  });
}

/** The name, or the name with the first number that makes it new: "Blog", "Blog 2", "Blog 3". */
export function freeName(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name;
  const stem = name.replace(/ \d+$/, "");
  let number = 2;
  while (taken.includes(`${stem} ${number}`)) number++;
  return `${stem} ${number}`;
}
