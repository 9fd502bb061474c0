import { CommandError } from "../../src/engine/errors.ts";
import {
  applyVersionOperation,
  type MigrationStep,
  versionOperation,
} from "../../src/engine/runtime/headMaintainer.ts";
import { planDowngrade } from "../../src/engine/runtime/planDowngrade.ts";
import { planStamp } from "../../src/engine/runtime/planStamp.ts";
import { planUpgrade } from "../../src/engine/runtime/planUpgrade.ts";
import { stepLog } from "../../src/engine/runtime/stepText.ts";
import type { VersionOperation } from "../../src/engine/runtime/versionOperation.ts";
import { catchRevisionErrors } from "../../src/engine/script/catchRevisionErrors.ts";
import type { Revision, RevisionIdentifier, RevisionOrBase, RevisionScript } from "../../src/engine/script/revision.ts";
import { InternalFailure, RevisionError } from "../../src/engine/script/revisionErrors.ts";
import { RevisionMap } from "../../src/engine/script/revisionMap.ts";
import { revisionLine } from "../../src/engine/script/revisionText.ts";
import { difference } from "./difference.ts";

export interface GraphCase {
  readonly id: string;
  readonly revisions: readonly {
    readonly revision: string;
    readonly down_revision: string | readonly string[] | null;
    readonly branch_labels?: readonly string[];
    readonly depends_on?: readonly string[];
    readonly doc?: string;
  }[];
  readonly heads_in_db: readonly string[];
  readonly command: string;
  readonly target?: string | readonly string[] | null;
  readonly args?: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly alternatives?: readonly Readonly<Record<string, unknown>>[];
}

type Answer = Record<string, unknown>;

/** Asks the question of one recorded case; null when the answer is one of the recorded ones, else the first difference. */
export function runGraphCase(graphCase: GraphCase): string | null {
  const warnings: string[] = [];
  const map = new RevisionMap(
    () => graphCase.revisions.map(toScript),
    (message) => warnings.push(message),
  );
  let answer: Answer;
  try {
    answer = answerTo(graphCase, map);
  } catch (error) {
    answer = { error: describeError(error) };
  }
  if (warnings.length > 0) answer["warnings"] = warnings;
  const accepted = [graphCase.expected, ...(graphCase.alternatives ?? [])];
  const differences = accepted.map((expected) => compare(answer, expected));
  return differences.includes(null) ? null : (differences[0] ?? null);
}

function compare(answer: Answer, expected: Readonly<Record<string, unknown>>): string | null {
  const error = expected["error"] as { readonly internal?: boolean } | undefined;
  if (error?.internal) return "error" in answer ? null : `succeeds instead of ${JSON.stringify(error)}`;
  return difference(withSortedVersionRows(answer), withSortedVersionRows(expected));
}

/** Merges and unmerges name their rows in the order of an unordered set. */
function withSortedVersionRows(answer: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const steps = answer["steps"] as
    | readonly { readonly version_op: { readonly from: string[]; readonly to: string[] } }[]
    | undefined;
  if (steps === undefined) return answer;
  return {
    ...answer,
    steps: steps.map((step) => ({
      ...step,
      version_op: { ...step.version_op, from: step.version_op.from.toSorted(), to: step.version_op.to.toSorted() },
    })),
  };
}

function toScript(script: GraphCase["revisions"][number]): RevisionScript {
  return {
    revision: script.revision,
    downRevision: script.down_revision,
    branchLabels: script.branch_labels ?? null,
    dependsOn: script.depends_on ?? null,
    docstring: script.doc ?? null,
  };
}

function describeError(error: unknown): Answer {
  if (error instanceof CommandError) return { type: "CommandError", message: error.message };
  if (error instanceof InternalFailure) return { type: error.pythonType, message: error.message, internal: true };
  if (error instanceof RevisionError)
    return { type: error.name, message: error.message, command_error: commandText(error) };
  throw error;
}

function commandText(error: RevisionError): string {
  try {
    return catchRevisionErrors({}, () => {
      throw error;
    });
  } catch (wrapped) {
    return (wrapped as Error).message;
  }
}

function answerTo(graphCase: GraphCase, map: RevisionMap): Answer {
  const { command, args = {}, heads_in_db: rows } = graphCase;
  const target = graphCase.target ?? null;
  switch (command) {
    case "upgrade":
    case "downgrade":
      return migrate(map, command, target as string, rows, args["sql"] === true);
    case "stamp":
      return stamp(map, typeof target === "string" ? [target] : (target ?? []), rows, args);
    case "history":
      return history(map, target as string | null, rows, args["indicate_current"] === true);
    case "walk":
      return named(
        walk(map, (args["base"] as string | undefined) ?? "base", (args["head"] as string | undefined) ?? "heads"),
      );
    case "branches":
      return {
        branches: walk(map)
          .filter((revision) => revision.isBranchPoint)
          .map((revision) => ({ revision: revision.revision, nextrev: [...revision.nextRevisions].toSorted() })),
      };
    case "merge_points":
      return named(walk(map).filter((revision) => revision.isMergePoint));
    case "iterate":
      return named(
        map.iterateRevisions(args["upper"] as RevisionIdentifier, args["lower"] as RevisionIdentifier, {
          implicitBase: args["implicit_base"] === true,
          inclusive: args["inclusive"] === true,
          assertRelativeLength: args["assert_relative_length"] !== false,
          selectForDowngrade: args["select_for_downgrade"] === true,
        }),
      );
    case "get_revisions":
      return named(map.getRevisions(target));
    case "get_revision":
      return named([map.getRevision(target)]);
    case "get_heads":
      return { revisions: args["consider_depends_on"] === true ? map.realHeads : map.heads };
    case "get_bases":
      return { revisions: map.bases };
    case "get_base":
      if (map.bases.length > 1)
        throw new CommandError("The script directory has multiple bases. Please use get_bases().");
      return { revisions: map.bases };
    case "get_current_head":
      return { revisions: currentHead(map, target as string | null) };
    case "as_revision_number": {
      const { ids } = catchRevisionErrors({}, () => map.resolveRevisionNumber(target));
      return { revisions: target === "heads" ? ids : ids.slice(0, 1) };
    }
    case "current":
      return {
        set: Array.from(
          catchRevisionErrors({}, () => map.getAllCurrent(rows)),
          (revision) => revision.revision,
        ).toSorted(),
      };
    case "filter_for_lineage":
      return {
        revisions: map.filterForLineage(
          args["targets"] as string[],
          target as string,
          args["include_dependencies"] === true,
        ),
      };
    case "map":
      return describeMap(map);
    default:
      throw new Error(`unknown command ${command}`);
  }
}

function named(revisions: readonly RevisionOrBase[]): Answer {
  return {
    revisions: revisions.map((revision) => (revision === null || revision === "base" ? revision : revision.revision)),
  };
}

function walk(map: RevisionMap, base = "base", head: RevisionIdentifier = "heads"): readonly Revision[] {
  return catchRevisionErrors({ start: base, end: head }, () =>
    map.iterateRevisions(head, base, { inclusive: true, assertRelativeLength: false }),
  );
}

function currentHead(map: RevisionMap, branchLabel: string | null): readonly string[] {
  const multipleHeads =
    "The script directory has multiple heads (due to branching)." +
    "Please use get_heads(), or merge the branches using alembic merge.";
  const head = catchRevisionErrors({ multipleHeads }, () => map.getCurrentHead(branchLabel));
  return head === null ? [] : [head];
}

function history(map: RevisionMap, range: string | null, rows: readonly string[], indicateCurrent: boolean): Answer {
  let base: RevisionIdentifier = null;
  let head: RevisionIdentifier = null;
  if (range !== null) {
    const parts = range.trim().split(":");
    if (parts.length === 1) throw new CommandError("History range requires [start]:[end], [start]:, or :[end]");
    if (parts.length > 2) throw new InternalFailure("ValueError", "too many values to unpack (expected 2)");
    [base, head] = parts as [string, string];
  }
  if (head === "current") head = rows;
  else if (base === "current") base = rows;
  const start = base === null || base.length === 0 ? "base" : base;
  const end = head === null || head.length === 0 ? "heads" : head;
  const revisions = catchRevisionErrors({ start, end }, () =>
    map.iterateRevisions(end, start, { inclusive: true, assertRelativeLength: false }),
  );
  const options = { includeBranches: true, includeDoc: true, includeParents: true };
  const lines = revisions.map((revision) =>
    revisionLine(revision, { ...options, current: indicateCurrent && rows.includes(revision.revision) }),
  );
  return { ...named(revisions), lines };
}

function splitRange(target: string): readonly [string | null, string] {
  const parts = target.split(":");
  if (parts.length > 2) throw new InternalFailure("ValueError", "too many values to unpack (expected 2)");
  return parts.length === 1 ? [null, target] : (parts as [string, string]);
}

function offlineHeads(map: RevisionMap, start: string | null): readonly string[] {
  if (!start || start === "base") return [];
  const revision = catchRevisionErrors({}, () => map.getRevision(start));
  if (revision === null) throw new InternalFailure("AttributeError", "'NoneType' object has no attribute 'revision'");
  return [revision.revision];
}

function migrate(
  map: RevisionMap,
  direction: "upgrade" | "downgrade",
  target: string,
  rows: readonly string[],
  sql: boolean,
): Answer {
  if (target.includes(":") && !sql) throw new CommandError("Range revision not allowed");
  if (!target.includes(":") && sql && direction === "downgrade") {
    throw new CommandError("downgrade with --sql requires <fromrev>:<torev>");
  }
  const [start, destination] = splitRange(target);
  const heads = sql ? offlineHeads(map, start) : rows;
  const plan = direction === "upgrade" ? planUpgrade : planDowngrade;
  return runSteps(map, plan(map, destination, heads), heads);
}

function stamp(
  map: RevisionMap,
  targets: readonly string[],
  rows: readonly string[],
  args: Readonly<Record<string, unknown>>,
): Answer {
  const sql = args["sql"] === true;
  let start: string | null = null;
  const destinations = targets.map((target) => {
    if (!sql) return target;
    const [from, destination] = splitRange(target);
    if (from !== null && start !== null && from !== start) {
      throw new CommandError("Stamp operation with --sql only supports a single starting revision at a time");
    }
    start = from ?? start;
    return destination;
  });
  if (sql && args["purge"] === true) throw new CommandError("Can't use --purge with --sql mode");
  const heads = sql ? offlineHeads(map, start) : args["purge"] === true ? [] : rows;
  return runSteps(map, planStamp(map, destinations, heads), heads);
}

function runSteps(map: RevisionMap, steps: readonly MigrationStep[], start: readonly string[]): Answer {
  let heads: ReadonlySet<string> = new Set(start);
  const described = steps.map((step) => {
    const operation = versionOperation(map, step, heads);
    const before = heads;
    heads = applyVersionOperation(operation, before);
    return {
      ...describeStep(step),
      from_heads: [...before].toSorted(),
      to_heads: [...heads].toSorted(),
      version_op: describeOperation(operation),
    };
  });
  return { steps: described, final_heads: [...heads].toSorted() };
}

function describeStep(step: MigrationStep): Answer {
  if (step.kind === "revision") {
    const direction = step.isUpgrade ? "upgrade" : "downgrade";
    return { direction, revision: step.revision.revision, log: `Running ${stepLog(step)}` };
  }
  return {
    direction: "stamp",
    revision: step.toRevisions[0] ?? step.fromRevisions[0],
    is_upgrade: step.isUpgrade,
    branch_move: step.branchMove,
    from_revisions: step.fromRevisions,
    to_revisions: step.toRevisions,
  };
}

function describeOperation(operation: VersionOperation): {
  readonly kind: string;
  readonly from: string[];
  readonly to: string[];
} {
  switch (operation.kind) {
    case "insert":
      return { kind: "insert", from: [], to: [operation.revision] };
    case "delete":
      return { kind: "delete", from: [operation.revision], to: [] };
    case "update":
      return { kind: "update", from: [operation.from], to: [operation.to] };
    case "merge":
      return { kind: "merge", from: [...operation.deletes, operation.from], to: [operation.to] };
    case "unmerge":
      return { kind: "unmerge", from: [operation.from], to: [...operation.inserts, operation.to] };
  }
}

function describeMap(map: RevisionMap): Answer {
  return {
    heads: map.heads,
    real_heads: map.realHeads,
    bases: map.bases,
    real_bases: map.realBases,
    keys: [...map.entries.keys()].toSorted(),
    map: map.revisions.map((revision) => ({
      revision: revision.revision,
      down_revision: revision.downRevisions,
      branch_labels: [...revision.branchLabels].toSorted(),
      nextrev: [...revision.nextRevisions].toSorted(),
      all_nextrev: [...revision.allNextRevisions].toSorted(),
      resolved_dependencies: revision.resolvedDependencies,
      normalized_dependencies: revision.normalizedDependencies.toSorted(),
      is_head: revision.isHead,
      is_real_head: revision.isRealHead,
      is_base: revision.isBase,
      is_real_base: revision.isRealBase,
      is_branch_point: revision.isBranchPoint,
      is_real_branch_point: revision.isRealBranchPoint,
      is_merge_point: revision.isMergePoint,
    })),
  };
}
