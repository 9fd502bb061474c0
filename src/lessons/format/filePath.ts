import * as v from "valibot";

const longestPath = 300;

/** A path inside of a project; one that ends in `/` is a folder without files. */
export const filePathSchema = v.pipe(
  v.string(),
  v.maxLength(longestPath),
  v.check(isInside, "is not a path inside of the project"),
);

/** A path in which `*` stands for any letters but `/`: the id of a generated revision is not known beforehand. */
export const pathPatternSchema = filePathSchema;

function isInside(text: string): boolean {
  return /^[^/\\\0]+(\/[^/\\\0]+)*\/?$/.test(text) && text.split("/").every((part) => part !== "." && part !== "..");
}
