import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type GraphCase, runGraphCase } from "./graph.ts";
import { parseCase } from "./parseCase.ts";

const lines = readFileSync(new URL("./cases/graph.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n");
const cases = lines.map((line) => parseCase(line) as GraphCase & { readonly area: string });
const areas = new Set(cases.map((graphCase) => graphCase.area));

describe("the revision graph answers as recorded", () => {
  it.each([...areas])("%s", (area) => {
    const ofArea = cases.filter((graphCase) => graphCase.area === area);
    const failures = ofArea.flatMap((graphCase) => {
      const found = runGraphCase(graphCase);
      return found === null ? [] : [`${graphCase.id}: ${found}`];
    });
    expect(failures).toEqual([]);
  });
});
