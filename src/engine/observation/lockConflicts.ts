import { lockModes, type LockMode } from "../runtime/statementObservation.ts";

/** The modes that wait for a lock, and for which it waits. Source: PostgreSQL documentation, "Conflicting Lock Modes". */
const conflicts: Readonly<Record<LockMode, readonly LockMode[]>> = {
  "ACCESS SHARE": ["ACCESS EXCLUSIVE"],
  "ROW SHARE": ["EXCLUSIVE", "ACCESS EXCLUSIVE"],
  "ROW EXCLUSIVE": ["SHARE", "SHARE ROW EXCLUSIVE", "EXCLUSIVE", "ACCESS EXCLUSIVE"],
  "SHARE UPDATE EXCLUSIVE": ["SHARE UPDATE EXCLUSIVE", "SHARE", "SHARE ROW EXCLUSIVE", "EXCLUSIVE", "ACCESS EXCLUSIVE"],
  SHARE: ["ROW EXCLUSIVE", "SHARE UPDATE EXCLUSIVE", "SHARE ROW EXCLUSIVE", "EXCLUSIVE", "ACCESS EXCLUSIVE"],
  "SHARE ROW EXCLUSIVE": [
    "ROW EXCLUSIVE",
    "SHARE UPDATE EXCLUSIVE",
    "SHARE",
    "SHARE ROW EXCLUSIVE",
    "EXCLUSIVE",
    "ACCESS EXCLUSIVE",
  ],
  EXCLUSIVE: lockModes.filter((mode) => mode !== "ACCESS SHARE"),
  "ACCESS EXCLUSIVE": lockModes,
};

export function conflictsWith(held: LockMode, wanted: LockMode): boolean {
  return conflicts[held].includes(wanted);
}

/** What an application in use does, with the lock that it needs. */
export const everydayWork = [
  { work: "SELECT", mode: "ACCESS SHARE" },
  { work: "SELECT … FOR UPDATE", mode: "ROW SHARE" },
  { work: "INSERT, UPDATE, DELETE", mode: "ROW EXCLUSIVE" },
  { work: "VACUUM, ANALYZE", mode: "SHARE UPDATE EXCLUSIVE" },
  { work: "CREATE INDEX", mode: "SHARE" },
] as const satisfies readonly { readonly work: string; readonly mode: LockMode }[];

/** Who would wait for a lock, by PostgreSQL's conflict table. */
export function whoWaits(held: LockMode): readonly { readonly work: string; readonly waits: boolean }[] {
  return everydayWork.map(({ work, mode }) => ({ work, waits: conflictsWith(held, mode) }));
}
