import { stoppedAfter } from "../timeBudget.ts";

/** QuickJS's own words for a limit that was reached, in words that help; null for anything else. */
export function explainLimit(
  name: string,
  message: string,
  milliseconds: number,
): { readonly type: string; readonly message: string } | null {
  if (name === "InternalError" && message === "interrupted")
    return {
      type: "TimeoutError",
      message: stoppedAfter(milliseconds),
    };
  if (message === "stack overflow") return { type: "RecursionError", message: tooDeep };
  if (name === "InternalError" && message === "out of memory")
    return { type: "MemoryError", message: "the 64 MB that project files may use are full" };
  if (name === "InternalError" && message === "string too long")
    return { type: "MemoryError", message: "a text grew longer than project files may make one" };
  return null;
}

export const tooDeep = "maximum recursion depth exceeded; does a function call itself without an end?";
