import { readPicture } from "../proof/databasePicture.ts";
import { proveApplied, provePending, type ProvableRevision, type ProvingGround } from "../proof/proveRevisions.ts";
import type { RevisionProof } from "../proof/revisionProof.ts";
import { downgradeSteps, migrationStep, upgradeSteps } from "../runtime/migrationSteps.ts";
import type { MigrationStep } from "../runtime/migrationStep.ts";
import type { RevisionMap } from "../script/revisionMap.ts";
import { requireRevision } from "../script/requireRevision.ts";
import type { ProjectProblem } from "./inspectProject.ts";
import { runRolledBack, type RolledBackRun } from "./runRolledBack.ts";
import type { World } from "./world.ts";

export interface ProjectProof {
  readonly proofs: readonly RevisionProof[];
  /** Why nothing could be proven, such as a mistake in env; null when it could. */
  readonly unavailable: ProjectProblem | null;
}

/**
 * Runs revisions up, down and up again, in one transaction that is rolled back: no row, no sequence and no version of the database changes.
 * @param wanted ids of the revisions to prove; null: all
 */
export function proveProject(world: World, wanted: readonly string[] | null): ProjectProof {
  let proofs: readonly RevisionProof[] = [];
  const unavailable = runRolledBack(world, (run) => {
    proofs = prove(run, wanted === null ? null : new Set(wanted));
  });
  return { proofs, unavailable };
}

function prove(run: RolledBackRun, wanted: ReadonlySet<string> | null): readonly RevisionProof[] {
  const { map, folder, heads } = run;
  const ground: ProvingGround = {
    picture: () => readPicture(run.connection, run.versionTable),
    savepoint: (work, keep) => run.savepoint(work, keep),
  };
  const pending = upgradeSteps(map, folder, "heads", heads);
  const applied = heads.length === 0 ? [] : downgradeSteps(map, folder, "base", heads);
  const up = needed(wanted, pending, (revision) => parentsOf(map, revision));
  const down = needed(wanted, applied, (revision) => childrenAmong(map, applied, revision));
  return [
    ...run.savepoint(
      () =>
        provePending(
          ground,
          up.map(({ id, after }) => provable(run, map, id, after)),
          wanted,
        ),
      () => false,
    ),
    ...run.savepoint(
      () =>
        proveApplied(
          ground,
          down.map(({ id, after }) => provable(run, map, id, after)),
          wanted,
        ),
      () => false,
    ),
  ];
}

interface Needed {
  readonly id: string;
  readonly after: readonly string[];
}

/** The steps that are wanted, and those that have to be run before them, in their order. */
function needed(
  wanted: ReadonlySet<string> | null,
  steps: readonly MigrationStep[],
  afterOf: (revision: string) => readonly string[],
): readonly Needed[] {
  const kept = new Set<string>();
  const all = steps.map(({ revision }): Needed => ({ id: revision, after: afterOf(revision) }));
  for (const { id, after } of all.toReversed()) {
    if (!(wanted?.has(id) ?? true) && !kept.has(id)) continue;
    kept.add(id);
    for (const earlier of after) kept.add(earlier);
  }
  return all.filter(({ id }) => kept.has(id));
}

function provable(run: RolledBackRun, map: RevisionMap, id: string, after: readonly string[]): ProvableRevision {
  const revision = requireRevision(map.getRevision(id));
  return {
    revision: id,
    after,
    run: (direction) =>
      run.step(migrationStep(map, { kind: "revision", isUpgrade: direction === "upgrade", revision }, run.folder)),
  };
}

function parentsOf(map: RevisionMap, id: string): readonly string[] {
  const { downRevisions, resolvedDependencies } = requireRevision(map.getRevision(id));
  return [...downRevisions, ...resolvedDependencies];
}

function childrenAmong(map: RevisionMap, steps: readonly MigrationStep[], id: string): readonly string[] {
  return steps.map(({ revision }) => revision).filter((other) => parentsOf(map, other).includes(id));
}
