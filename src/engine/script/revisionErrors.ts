import { formatIdentifier } from "./formatIdentifier.ts";
import type { RevisionIdentifier } from "./revision.ts";

/** A fault in the history or in how it was addressed. Source: alembic.script.revision. */
export class RevisionError extends Error {
  override readonly name: string = "RevisionError";
}

/** The two ends of a range do not lie on one line. */
export class RangeNotAncestorError extends RevisionError {
  override readonly name = "RangeNotAncestorError";
  readonly lower: RevisionIdentifier;
  readonly upper: RevisionIdentifier;
  constructor(lower: RevisionIdentifier, upper: RevisionIdentifier) {
    super(`Revision ${formatIdentifier(lower)} is not an ancestor of revision ${formatIdentifier(upper)}`);
    this.lower = lower;
    this.upper = upper;
  }
}

/** One revision was asked for and several answer. */
export class MultipleHeads extends RevisionError {
  override readonly name = "MultipleHeads";
  readonly heads: readonly string[];
  readonly argument: string;
  constructor(heads: readonly string[], argument: string) {
    super(`Multiple heads are present for given argument '${argument}'; ${heads.join(", ")}`);
    this.heads = heads;
    this.argument = argument;
  }
}

/** An identifier that names nothing, or more than one thing. */
export class ResolutionError extends RevisionError {
  override readonly name = "ResolutionError";
  readonly argument: string;
  constructor(message: string, argument: string) {
    super(message);
    this.argument = argument;
  }
}

/** Revisions that can be reached from themselves, or from no base or no head. */
export class CycleDetected extends RevisionError {
  override readonly name: string = "CycleDetected";
  readonly revisions: readonly string[];
  constructor(revisions: readonly string[], cycle = "Cycle") {
    super(`${cycle} is detected in revisions (${revisions.join(", ")})`);
    this.revisions = revisions;
  }
}

export class DependencyCycleDetected extends CycleDetected {
  override readonly name: string = "DependencyCycleDetected";
  constructor(revisions: readonly string[], cycle = "Dependency cycle") {
    super(revisions, cycle);
  }
}

/** A revision that names itself as its down revision. */
export class LoopDetected extends CycleDetected {
  override readonly name = "LoopDetected";
  constructor(revision: string) {
    super([revision], "Self-loop");
  }
}

/** A revision that names itself as its dependency. */
export class DependencyLoopDetected extends DependencyCycleDetected {
  override readonly name = "DependencyLoopDetected";
  constructor(revision: string) {
    super([revision], "Dependency self-loop");
  }
}

export type InternalFailureType =
  | "AssertionError"
  | "AttributeError"
  | "IndexError"
  | "KeyError"
  | "TypeError"
  | "ValueError";

/** Where Alembic has no message of its own and ends in a bare Python exception; `pythonType` and the message are that exception's. */
export class InternalFailure extends Error {
  override readonly name = "InternalFailure";
  readonly pythonType: InternalFailureType;
  constructor(pythonType: InternalFailureType, message = "") {
    super(message);
    this.pythonType = pythonType;
  }
}

/** A lookup of a name the map does not have. */
export function missingKey(key: string): InternalFailure {
  return new InternalFailure("KeyError", `'${key}'`);
}
