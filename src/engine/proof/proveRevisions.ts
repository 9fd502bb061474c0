import { compareSchemas } from "./compareSchemas.ts";
import type { DatabasePicture } from "./databasePicture.ts";
import { findLosses, rowsWereRead } from "./findLosses.ts";
import type { Loss, RevisionProof, SchemaDifference } from "./revisionProof.ts";

/** Why a function did not run to its end. `refused`: it cannot be rolled back. */
export interface Failure {
  readonly kind: "failed" | "refused";
  readonly message: string;
}

/** A revision that can be run both ways in a transaction that is rolled back. */
export interface ProvableRevision {
  readonly revision: string;
  /** Those that have to be run the same way before it. */
  readonly after: readonly string[];
  /** Leaves nothing behind where it fails. */
  run(direction: "upgrade" | "downgrade"): Failure | null;
}

/** The database that a proof is made on. */
export interface ProvingGround {
  picture(): DatabasePicture;
  /** Does something and takes it back where `keep` says so. */
  savepoint<Result>(work: () => Result, keep: (result: Result) => boolean): Result;
}

/** Down, up and down again for revisions that are applied, newest first; the database goes down on the way. */
export function proveApplied(
  ground: ProvingGround,
  revisions: readonly ProvableRevision[],
  wanted: ReadonlySet<string> | null,
): readonly RevisionProof[] {
  return proveAll(ground, revisions, wanted, "downgrade");
}

/** Up, down and up again for revisions that are pending, oldest first; the database goes up on the way. */
export function provePending(
  ground: ProvingGround,
  revisions: readonly ProvableRevision[],
  wanted: ReadonlySet<string> | null,
): readonly RevisionProof[] {
  return proveAll(ground, revisions, wanted, "upgrade");
}

type Direction = "upgrade" | "downgrade";

function proveAll(
  ground: ProvingGround,
  revisions: readonly ProvableRevision[],
  wanted: ReadonlySet<string> | null,
  there: Direction,
): readonly RevisionProof[] {
  const proofs: RevisionProof[] = [];
  const failed = new Set<string>();
  const open = new Set(revisions.map(({ revision }) => revision).filter((id) => wanted?.has(id) ?? true));
  for (const one of revisions) {
    if (open.size === 0) break;
    const isWanted = open.delete(one.revision);
    const blocker = one.after.find((id) => failed.has(id));
    if (blocker !== undefined) {
      failed.add(one.revision);
      const what = there === "upgrade" ? "applied" : "taken back";
      if (isWanted) proofs.push(notTried(one.revision, `${blocker} cannot be ${what} here, and comes first`));
      continue;
    }
    const proof = isWanted ? prove(ground, one, there) : null;
    const failure = proof === null ? one.run(there) : proof.failure;
    if (proof !== null) proofs.push(proof.proof);
    if (failure !== null) failed.add(one.revision);
  }
  return proofs;
}

/** Leaves the database one step further `there`. @returns `failure` where it could not get there */
function prove(
  ground: ProvingGround,
  one: ProvableRevision,
  there: Direction,
): { readonly proof: RevisionProof; readonly failure: Failure | null } {
  const { revision } = one;
  const back = there === "upgrade" ? "downgrade" : "upgrade";
  const before = ground.picture();
  const failure = one.run(there);
  if (failure !== null) return { proof: unprovable(revision, there, failure, there === "downgrade"), failure };
  const beyond = ground.picture();
  const proof = ground.savepoint(
    (): RevisionProof => {
      const backFailure = one.run(back);
      if (backFailure !== null) return unprovable(revision, back, backFailure, true);
      const returned = ground.picture();
      const again = one.run(there);
      if (again !== null) return unprovable(revision, `second ${there}`, again, true);
      const beyondAgain = ground.picture();
      return judged(revision, there, { before, beyond, returned, beyondAgain });
    },
    () => false,
  );
  return { proof, failure: null };
}

interface Pictures {
  readonly before: DatabasePicture;
  readonly beyond: DatabasePicture;
  readonly returned: DatabasePicture;
  readonly beyondAgain: DatabasePicture;
}

function judged(revision: string, there: Direction, pictures: Pictures): RevisionProof {
  const { before, beyond, returned, beyondAgain } = pictures;
  const differences = unique([...compareSchemas(before, returned), ...compareSchemas(beyond, beyondAgain)]);
  const back = there === "upgrade" ? "downgrade" : "upgrade";
  const losses: readonly Loss[] = [...findLosses(there, before, returned), ...findLosses(back, beyond, beyondAgain)];
  const returns = differences.every(({ orderOnly }) => orderOnly);
  return {
    revision,
    verdict: !returns ? "notReversible" : losses.length > 0 ? "losesData" : "reversible",
    reason: returns ? null : "The schema does not come back as it was.",
    differences,
    losses,
    rowsCompared: rowsWereRead(before, beyond, returned, beyondAgain),
  };
}

function unique(differences: readonly SchemaDifference[]): readonly SchemaDifference[] {
  return [...new Map(differences.map((difference) => [`${difference.sign}${difference.text}`, difference])).values()];
}

/** @param irreversible whether a failure here shows that the revision cannot be taken back */
function unprovable(revision: string, what: string, { kind, message }: Failure, irreversible: boolean): RevisionProof {
  if (kind === "refused") return notTried(revision, message);
  return {
    ...notTried(revision, ""),
    verdict: irreversible ? "notReversible" : "notTried",
    reason: `The ${what} fails: ${message}`,
  };
}

function notTried(revision: string, reason: string): RevisionProof {
  return {
    revision,
    verdict: "notTried",
    reason: `Not tried: ${reason}.`,
    differences: [],
    losses: [],
    rowsCompared: false,
  };
}
