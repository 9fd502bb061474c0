import { actionMistake } from "../lesson/actionError.ts";
import { evaluateChecks } from "../../lessons/checks/evaluateChecks.ts";
import type { LessonSnapshot } from "../../lessons/checks/lessonSnapshot.ts";
import { describeAction } from "../../lessons/actions/describeAction.ts";
import type { Action } from "../../lessons/format/action.ts";
import type { Step } from "../../lessons/format/lesson.ts";

/** What trying a step out found; no findings: it waits for exactly what its solution does. */
export interface StepTrial {
  /** The runs that were made: the start, the solution, and the solution without each of its actions. */
  readonly runs: number;
  readonly findings: readonly string[];
}

/** What a trial does to the workspace that the step is written in. */
export interface TrialWorld {
  /** Files and database as they are when the step begins, with nothing run since. */
  begin(): Promise<void>;
  /** @throws EditError, RefusedSqlError */
  perform(action: Action): Promise<void>;
  /** null: the project could not be looked at in time, as when its files never end. */
  look(): Promise<LessonSnapshot | null>;
  /** @param run which one of `runs` begins, from 1 */
  tell(run: number, runs: number, what: string): void;
}

/** Plays a step as learners might: without doing anything, as the solution does, and leaving out one thing at a time. */
export async function tryStep({ checks, solution }: Step, world: TrialWorld): Promise<StepTrial> {
  const runs = 2 + solution.length;
  if (checks.length === 0) return { runs: 0, findings: ["It waits for nothing yet: choose what it waits for."] };
  if (solution.length === 0) return { runs: 0, findings: ["It has no solution yet: record it by doing it."] };
  const missing = async (actions: readonly Action[]): Promise<readonly string[]> => {
    await world.begin();
    for (const action of actions) await world.perform(action);
    const seen = await world.look();
    if (seen === null) return ["the project could not be looked at"];
    return evaluateChecks(checks, seen).flatMap(({ met, says }) => (met ? [] : [says]));
  };
  const findings: string[] = [];
  world.tell(1, runs, "without doing anything");
  if ((await missing([])).length === 0) findings.push("It passes before anything is done.");
  for (const [index, left] of solution.entries()) {
    const without = describeAction(left).join(" ");
    world.tell(index + 2, runs, `without: ${without}`);
    try {
      if ((await missing(solution.filter((action) => action !== left))).length === 0)
        findings.push(`It passes as well when this is left out: ${without}`);
    } catch (error) {
      // What comes after needs what was left out.
      actionMistake(error);
    }
  }
  // Last, so that the workspace is left as the step leaves it.
  world.tell(runs, runs, "as the solution does");
  try {
    for (const missed of await missing(solution)) findings.push(`The solution does not reach it: ${missed}`);
  } catch (error) {
    findings.push(`The solution cannot be done from the start of the step: ${actionMistake(error)}`);
  }
  return { runs, findings };
}
