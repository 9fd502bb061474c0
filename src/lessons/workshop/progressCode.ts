import { courseFingerprint, type CourseShape } from "./courseShape.ts";

/** One lesson of a course as a learner has it, step by step. */
export interface LessonMarks {
  readonly solved: readonly boolean[];
  /** The solution was looked at before the step was solved. */
  readonly helped: readonly boolean[];
}

export type ProgressCodeFault = "notACode" | "mistyped" | "otherCourse";

const sentences: Readonly<Record<ProgressCodeFault, string>> = {
  notACode: "there is no progress code here",
  mistyped: "the code is mistyped or was changed: ask for it again",
  otherCourse: "the code belongs to another course or another version of this one, or its beginning is mistyped",
};

/** A text that is no code of this course. */
export class ProgressCodeError extends Error {
  override readonly name = "ProgressCodeError";
  readonly fault: ProgressCodeFault;
  constructor(fault: ProgressCodeFault) {
    super(sentences[fault]);
    this.fault = fault;
  }
}

/** Crockford's base 32: nothing in it is taken for something else when it is read out. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const courseBits = 10;
const countBits = 10;
const flagBits = 5;
const checkLetters = 3;

/**
 * A learner's progress, short enough to read out: where it ends, which steps before that are open, which were solved with the solution in
 * view, and 15 bits of a cyclic check. It says what a learner's browser remembers and proves nothing.
 * @returns groups of four letters and digits, 8 in all where no step was left out and no help was taken
 */
export function encodeProgress(course: CourseShape, marks: readonly LessonMarks[]): string {
  const solved = flat(course, marks, "solved");
  const count = solved.lastIndexOf(true) + 1;
  const until = solved.slice(0, count);
  const helped = flat(course, marks, "helped").filter((_, step) => until[step] === true);
  const gaps = until.includes(false);
  const bits = [
    ...number(courseFingerprint(course) & 0x3ff, courseBits),
    ...number(count, countBits),
    ...number((gaps ? 1 : 0) + (helped.includes(true) ? 2 : 0), flagBits),
    ...(gaps ? until : []),
    ...(helped.includes(true) ? helped : []),
  ];
  const letters = toLetters(bits);
  return grouped(letters + check(course, letters));
}

/** @throws ProgressCodeError */
export function decodeProgress(course: CourseShape, text: string): readonly LessonMarks[] {
  const code = folded(text);
  if (code.length < (courseBits + countBits + flagBits) / 5 + checkLetters) throw new ProgressCodeError("notACode");
  if ([...code].some((letter) => !alphabet.includes(letter))) throw new ProgressCodeError("mistyped");
  const letters = code.slice(0, -checkLetters);
  const bits = [...letters].flatMap((letter) => number(alphabet.indexOf(letter), 5));
  if (value(bits.slice(0, courseBits)) !== (courseFingerprint(course) & 0x3ff))
    throw new ProgressCodeError("otherCourse");
  if (check(course, letters) !== code.slice(-checkLetters)) throw new ProgressCodeError("mistyped");
  return marksOf(course, bits.slice(courseBits));
}

/** A text as codes are written: capitals, no dashes of any length, and the letters that people take for digits as the digits. */
function folded(text: string): string {
  return text
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
}

function marksOf(course: CourseShape, bits: readonly boolean[]): readonly LessonMarks[] {
  let place = 0;
  const take = (length: number): readonly boolean[] => {
    const taken = bits.slice(place, place + length);
    place += length;
    return taken;
  };
  const all = course.lessons.reduce((sum, { steps }) => sum + steps, 0);
  const count = value(take(countBits));
  if (count > all) throw new ProgressCodeError("otherCourse");
  const flags = value(take(flagBits));
  const until = (flags & 1) === 0 ? Array.from({ length: count }, () => true) : take(count);
  const helped = (flags & 2) === 0 ? [] : [...take(until.filter(Boolean).length)];
  const steps = Array.from({ length: all }, (_, step) => {
    const solved = until[step] === true;
    return { solved, helped: solved && helped.shift() === true };
  });
  let first = 0;
  return course.lessons.map(({ steps: length }) => {
    const own = steps.slice(first, first + length);
    first += length;
    return { solved: own.map(({ solved }) => solved), helped: own.map((step) => step.helped) };
  });
}

function flat(course: CourseShape, marks: readonly LessonMarks[], what: keyof LessonMarks): readonly boolean[] {
  return course.lessons.flatMap(({ steps }, lesson) =>
    Array.from({ length: steps }, (_, step) => marks[lesson]?.[what][step] === true),
  );
}

/** Highest bit first. */
function number(whole: number, length: number): readonly boolean[] {
  return Array.from({ length }, (_, bit) => ((whole >>> (length - 1 - bit)) & 1) === 1);
}

function value(bits: readonly boolean[]): number {
  return bits.reduce((sum, bit) => sum * 2 + (bit ? 1 : 0), 0);
}

function toLetters(bits: readonly boolean[]): string {
  let letters = "";
  for (let place = 0; place < bits.length; place += 5)
    letters += alphabet[value(Array.from({ length: 5 }, (_, bit) => bits[place + bit] === true))] ?? "";
  return letters;
}

/** CRC-15 with CAN's polynomial: it sees every change of up to three letters that stand beside each other. */
function check(course: CourseShape, letters: string): string {
  const bits = [
    ...number(courseFingerprint(course), 32),
    ...[...letters].flatMap((letter) => number(alphabet.indexOf(letter), 5)),
  ];
  let register = 0;
  for (const bit of bits) {
    const out = ((register >>> 14) & 1) === 1;
    register = ((register << 1) & 0x7fff) ^ (out !== bit ? 0x4599 : 0);
  }
  return toLetters(number(register, 15));
}

function grouped(letters: string): string {
  return letters.match(/.{1,4}/g)?.join("-") ?? "";
}
