import * as v from "valibot";
import { codeFault } from "./codeFault.ts";

/** A text of one line that stands for the original's and names the same things between its backticks. */
export function wordsFor(original: string): v.GenericSchema<unknown, string> {
  return v.pipe(
    v.string("is missing"),
    v.trim(),
    v.minLength(1, "is empty"),
    v.check(
      (text) => codeFault(original, text) === null,
      ({ input }) => codeFault(original, input)?.problem ?? "",
    ),
  );
}
