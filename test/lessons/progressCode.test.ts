import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CourseShape } from "../../src/lessons/workshop/courseShape.ts";
import { decodeProgress, encodeProgress, ProgressCodeError } from "../../src/lessons/workshop/progressCode.ts";
import { readRoll } from "../../src/lessons/workshop/readRoll.ts";

const course: CourseShape = {
  id: "a-course",
  title: "A course",
  lessons: [3, 1, 5, 4, 2].map((steps, index) => ({ id: `lesson-${index}`, title: `Lesson ${index}`, steps })),
};
const anyMarks = fc.tuple(
  ...course.lessons.map(({ steps }) =>
    fc
      .array(fc.record({ solved: fc.boolean(), helped: fc.boolean() }), { minLength: steps, maxLength: steps })
      .map((all) => ({
        solved: all.map(({ solved }) => solved),
        helped: all.map(({ solved, helped }) => solved && helped),
      })),
  ),
);
const done = course.lessons.map(({ steps }) => ({
  solved: Array.from({ length: steps }, () => true),
  helped: Array.from({ length: steps }, () => false),
}));

function faultOf(code: string, of: CourseShape = course): string | null {
  try {
    decodeProgress(of, code);
    return null;
  } catch (error) {
    if (!(error instanceof ProgressCodeError)) throw error;
    return error.fault;
  }
}

describe("progress codes", () => {
  it("come back as they were, however they are written", () => {
    fc.assert(
      fc.property(anyMarks, (marks) => {
        const code = encodeProgress(course, marks);
        expect(decodeProgress(course, code)).toEqual(marks);
        expect(decodeProgress(course, ` ${code.toLowerCase().replaceAll("-", " ")} `)).toEqual(marks);
        expect(decodeProgress(course, code.replaceAll("0", "O").replaceAll("1", "l"))).toEqual(marks);
      }),
    );
  });

  it("are short where everything is solved without help", () => {
    expect(encodeProgress(course, done)).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(encodeProgress(course, [])).toHaveLength(9);
  });

  it("tell every change of one letter and every swap of neighbours", () => {
    const letters = [..."0123456789ABCDEFGHJKMNPQRSTVWXYZ"];
    fc.assert(
      fc.property(anyMarks, (marks) => {
        const code = encodeProgress(course, marks).replaceAll("-", "");
        for (const [place, letter] of [...code].entries()) {
          for (const other of letters)
            if (other !== letter) expect(faultOf(code.slice(0, place) + other + code.slice(place + 1))).not.toBeNull();
          const swapped = code.slice(0, place) + (code[place + 1] ?? "") + letter + code.slice(place + 2);
          if (code[place + 1] !== undefined && code[place + 1] !== letter) expect(faultOf(swapped)).not.toBeNull();
        }
      }),
      { numRuns: 10 },
    );
  });

  it("belong to one version of one course", () => {
    const code = encodeProgress(course, done);
    expect(faultOf(code, { ...course, id: "another" })).toBe("otherCourse");
    expect(faultOf(code, { ...course, lessons: course.lessons.slice(1) })).toBe("otherCourse");
    expect(faultOf("Ada")).toBe("notACode");
    expect(faultOf(code.slice(0, -1))).toBe("notACode");
    expect(faultOf(`${code}U`)).toBe("mistyped");
  });
});

describe("a roll of codes", () => {
  it("finds name and code in each line, and says which code is wrong", () => {
    const code = encodeProgress(course, done);
    const wrong = `${code.slice(0, -1)}${code.endsWith("7") ? "8" : "7"}`;
    const roll = readRoll(
      course,
      `Ada: ${code}\n\n${code.toLowerCase()}  Grace Hopper\nLinus ${wrong}\nnobody\n${code}`,
    );
    expect(roll.map(({ name, fault }) => [name, fault])).toEqual([
      ["Ada", null],
      ["Grace Hopper", null],
      ["Linus", "the code is mistyped or was changed: ask for it again"],
      ["nobody", "there is no progress code here"],
      ["Line 6", null],
    ]);
    expect(roll[0]?.marks).toEqual(done);
  });

  it("tells a name from a code, whatever the name looks like and however the code is written", () => {
    const code = encodeProgress(course, done);
    const spaced = code.replaceAll("-", " ");
    const wrong = `${code.slice(0, -1)}${code.endsWith("7") ? "8" : "7"}`;
    const roll = readRoll(
      course,
      [
        `Jean-Paul: ${code}`,
        `Anna-Lena ${spaced.toLowerCase()}`,
        `${code.replaceAll("-", "")} Christopher`,
        `Ida – ${code.replaceAll("-", "–")}`,
        `Hans-Otto, ${wrong}`,
        "Maximilian",
      ].join("\n"),
    );
    expect(roll.map(({ name, fault }) => [name, fault])).toEqual([
      ["Jean-Paul", null],
      ["Anna-Lena", null],
      ["Christopher", null],
      ["Ida", null],
      ["Hans-Otto", "the code is mistyped or was changed: ask for it again"],
      ["Maximilian", "there is no progress code here"],
    ]);
  });

  it("keeps the last code of a name", () => {
    const roll = readRoll(course, `Ada ${encodeProgress(course, [])}\nada ${encodeProgress(course, done)}`);
    expect(roll).toHaveLength(1);
    expect(roll[0]?.marks).toEqual(done);
  });
});
