import type { DriftChange } from "../../worker/messages.ts";

export type ChangeTone = "added" | "removed" | "changed";

export const changeTone: Readonly<Record<DriftChange["sign"], ChangeTone>> = {
  "+": "added",
  "-": "removed",
  "~": "changed",
};
export const changeWord: Readonly<Record<DriftChange["sign"], string>> = { "+": "add", "-": "remove", "~": "change" };
export const changeSign: Readonly<Record<DriftChange["sign"], string>> = { "+": "+", "-": "−", "~": "~" };
