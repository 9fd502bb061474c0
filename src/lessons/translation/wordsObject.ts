import * as v from "valibot";

/** Words by their names, all of them and no others. */
export function wordsObject<const Entries extends v.ObjectEntries>(entries: Entries) {
  return v.strictObject(entries, ({ expected }) => {
    if (expected === "never") return "stands in the original: a translation has words alone";
    return expected === "Object" ? "must be words by their names" : "is missing";
  });
}
