/** A lesson that is not written as it must be, with its place. Lines count from 1. */
export class LessonFormatError extends Error {
  override readonly name = "LessonFormatError";
  readonly path: string;
  readonly line: number;
  readonly problem: string;
  constructor(path: string, line: number, problem: string) {
    super(`${path}:${line}: ${problem}`);
    this.path = path;
    this.line = line;
    this.problem = problem;
  }
}
