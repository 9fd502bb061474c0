import { describe, expect, it } from "vitest";
import { type GraphCase, runGraphCase } from "./graph.ts";
import { readCases } from "./readCases.ts";

const cases = readCases<GraphCase & { readonly area: string }>("graph");
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
