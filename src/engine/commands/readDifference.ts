import { compareMetadata } from "../autogenerate/compareMetadata.ts";
import { describeOperation, type OperationDescription } from "../autogenerate/describeOperation.ts";
import { compileOperation } from "../ddl/compileOperation.ts";
import { metadataOfTables } from "../difference/metadataOfTables.ts";
import type { Point } from "../difference/point.ts";
import type { Operation } from "../operations/operation.ts";
import { readDatabaseState, type DatabaseSnapshot } from "../reflection/readDatabaseState.ts";
import type { DatabaseState } from "../runtime/migrationEvent.ts";
import { namingConventionOf } from "../runtime/migrationContext.ts";
import { downgradeSteps, upgradeSteps } from "../runtime/migrationSteps.ts";
import type { MigrationStep } from "../runtime/migrationStep.ts";
import type { MetaData } from "../schema/metadata.ts";
import type { Table } from "../schema/table.ts";
import type { ProjectProblem } from "./inspectProject.ts";
import { runRolledBack, type RolledBackRun } from "./runRolledBack.ts";
import type { World } from "./world.ts";

export interface DifferenceChange extends OperationDescription {
  readonly reason: string;
  readonly operation: Operation;
}

/** What would have to be done to get from one point to another. */
export interface Difference {
  readonly changes: readonly DifferenceChange[];
  /** One statement a line, each with its semicolon. */
  readonly sql: string;
  /** The operations as code of the project's language. */
  readonly code: string;
  /** The pictures of both ends. */
  readonly from: DatabaseState;
  readonly to: DatabaseState;
  /** The revisions that lead from one end to the other, in the order they run; none where the models are one of them. */
  readonly steps: readonly PlannedPath[];
}

export interface PlannedPath {
  readonly direction: "upgrade" | "downgrade";
  readonly revision: string;
}

export type DifferenceResult =
  | { readonly kind: "difference"; readonly difference: Difference }
  | { readonly kind: "unavailable"; readonly problem: ProjectProblem };

/**
 * Compares two points of the history. Revisions that are not applied are run for it, and taken back, in one transaction that is rolled back.
 */
export function readDifference(world: World, from: Point, to: Point): DifferenceResult {
  let difference: Difference | null = null;
  const unavailable = runRolledBack(world, (run) => {
    difference = compare(world, run, from, to);
  });
  if (unavailable !== null) return { kind: "unavailable", problem: unavailable };
  if (difference === null) {
    const message = "env did not ask for any migration to run.";
    return { kind: "unavailable", problem: { severity: "error", message } };
  }
  return { kind: "difference", difference };
}

interface End {
  readonly state: DatabaseState;
  readonly metadata: MetaData | readonly MetaData[];
  readonly steps: readonly PlannedPath[];
}

/** The database goes to one end and is compared with the other; the models can only be the other, so from them the way is walked backwards. */
function compare(world: World, run: RolledBackRun, from: Point, to: Point): Difference {
  const backwards = from.kind === "models";
  const other = endAt(run, backwards ? from : to);
  return lookAt(run, backwards ? to : from, (state, steps): Difference => {
    const { configure } = run.context.settings;
    const namingConvention = namingConventionOf(configure);
    const convention = namingConvention === undefined ? {} : { namingConvention };
    const compared = compareMetadata(run.connection, other.metadata, {
      compareServerDefault: true,
      ...(configure.includeSchemas === undefined ? {} : { includeSchemas: configure.includeSchemas }),
      versionTable: run.versionTable,
    });
    const changes = backwards
      ? compared.downgradeOps.map((operation) => ({ operation, reason: "" }))
      : compared.changes.map(({ operation, reason }) => ({ operation, reason }));
    const operations = changes.map(({ operation }) => operation);
    const near = { state, steps };
    const [start, end] = backwards ? [other, near] : [near, other];
    return {
      changes: changes.map((change) => ({ ...describeOperation(change.operation), ...change })),
      sql: operations
        .flatMap((operation) => compileOperation(operation, { mode: "offline", ...convention }))
        .map(({ sql }) => `${sql.trim()};`)
        .join("\n\n"),
      code: operations.length === 0 ? "" : world.program.renderOperations(operations, convention).body,
      from: start.state,
      to: end.state,
      steps: [...start.steps.toReversed().map(reversed), ...end.steps],
    };
  });
}

function endAt(run: RolledBackRun, point: Point): End {
  if (point.kind === "models") {
    const metadata = modelsOf(run);
    return { state: modelState(metadata), metadata, steps: [] };
  }
  return lookAt(run, point, (state, steps) => ({ state, metadata: metadataOfTables(state.tables), steps }));
}

/** Goes to a point, looks, and comes back. */
function lookAt<Result>(
  run: RolledBackRun,
  point: Point,
  look: (state: DatabaseSnapshot, steps: readonly PlannedPath[]) => Result,
): Result {
  return run.savepoint(
    () => {
      const steps = point.kind === "revision" ? stepsTo(run, point.revision) : [];
      for (const step of steps) {
        const failure = run.step(step);
        if (failure !== null) throw new PointOutOfReachError(step, failure.message);
      }
      const planned = steps.map(({ direction, revision }): PlannedPath => ({
        direction: direction === "downgrade" ? "downgrade" : "upgrade",
        revision,
      }));
      return look(readDatabaseState(run.connection, run.versionTable), planned);
    },
    () => false,
  );
}

function stepsTo({ map, folder, heads }: RolledBackRun, revision: string): readonly MigrationStep[] {
  const applied = new Set(
    heads.flatMap((head) => [...map.ancestors(map.getRevisions(head))].map((one) => one.revision)),
  );
  const goesDown = revision === "base" || applied.has(revision);
  if (goesDown) return heads.length === 0 ? [] : downgradeSteps(map, folder, revision, heads);
  return upgradeSteps(map, folder, revision, heads);
}

function modelsOf({ context }: RolledBackRun): MetaData | readonly MetaData[] {
  return context.settings.configure.targetMetadata ?? { tables: [] };
}

function modelState(metadata: MetaData | readonly MetaData[]): DatabaseState {
  const tables: readonly Table[] = "tables" in metadata ? metadata.tables : metadata.flatMap(({ tables: own }) => own);
  return { tables, rowCounts: {}, heads: [] };
}

function reversed({ direction, revision }: PlannedPath): PlannedPath {
  return { direction: direction === "upgrade" ? "downgrade" : "upgrade", revision };
}

/** A revision on the way cannot be run. */
export class PointOutOfReachError extends Error {
  override readonly name = "PointOutOfReachError";
  readonly revision: string;
  constructor({ direction, revision }: MigrationStep, reason: string) {
    super(`The ${direction} of ${revision}, which leads there, cannot be tried: ${reason}`);
    this.revision = revision;
  }
}
