import * as v from "valibot";
import type { YamlText } from "../format/readYaml.ts";
import { knownOutdated } from "./textVersion.ts";
import type { OutdatedTranslation } from "./translation.ts";

/** What a translation was made of: the version of the original's words, or that it is known to be behind. */
export const versionSchema = v.looseObject(
  {
    of: v.pipe(
      v.string("must be a version, such as v0a1b2c3d"),
      v.regex(
        new RegExp(`^(v[0-9a-f]{8}|${knownOutdated})$`),
        `must be the version that the test tells, such as v0a1b2c3d, or ${knownOutdated}`,
      ),
    ),
  },
  "is missing: it names the version of the original that was translated",
);

/** What is to be told of a translation whose original has changed; null: it has not. */
export function outdated(frontMatter: YamlText, of: string, now: string): OutdatedTranslation | null {
  if (of === now) return null;
  const line = frontMatter.text.split("\n").findIndex((text) => text.startsWith("of:"));
  return { path: frontMatter.path, line: frontMatter.line + Math.max(0, line), of, now };
}
