import type { InspectedRevision } from "../../engine/commands/inspectProject.ts";
import type { ConditionOf } from "../format/condition.ts";
import { found, met, nearly, unmet, type Finding } from "./finding.ts";
import type { LessonSnapshot } from "./lessonSnapshot.ts";
import { containsCode, functionBody } from "./normalisedCode.ts";

export function revisionsCondition(
  { revisions: count, orMore }: ConditionOf<"revisions">,
  { revisions }: LessonSnapshot,
): Finding {
  return found(orMore === true ? revisions.length >= count : revisions.length === count);
}

export function headsCondition({ heads }: ConditionOf<"heads">, { revisions }: LessonSnapshot): Finding {
  return found(revisions.filter(({ isHead }) => isHead).length === heads);
}

export function appliedCondition({ applied }: ConditionOf<"applied">, snapshot: LessonSnapshot): Finding {
  return found(appliedCount(snapshot) === applied);
}

/** The revisions at or below the database's heads. */
function appliedCount({ revisions, database }: LessonSnapshot): number {
  const byId = new Map(revisions.map((revision) => [revision.revision, revision]));
  const seen = new Set<string>();
  const waiting = [...database.heads];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const revision = byId.get(id);
    if (revision === undefined || seen.has(id)) continue;
    seen.add(id);
    waiting.push(...revision.downRevisions, ...revision.dependsOn);
  }
  return seen.size;
}

export function databaseCondition({ database: wanted }: ConditionOf<"database">, snapshot: LessonSnapshot): Finding {
  const { heads } = snapshot.database;
  const names = typeof wanted === "string" ? [wanted] : wanted;
  const ids = names.flatMap((name) => (name === "base" ? [] : idsOf(name, snapshot)));
  const complete = names.every((name) => name === "base" || idsOf(name, snapshot).length > 0);
  return found(complete && isSameSet(heads, ids));
}

function idsOf(name: string, { revisions }: LessonSnapshot): readonly string[] {
  if (name === "head" || name === "heads")
    return revisions.filter(({ isHead }) => isHead).map(({ revision }) => revision);
  const revision = findRevision(revisions, name);
  return revision === null ? [] : [revision.revision];
}

function isSameSet(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((item) => right.includes(item));
}

/** By `head` where there is one, by message, by id or its first characters. */
function findRevision(revisions: readonly InspectedRevision[], name: string): InspectedRevision | null {
  const heads = revisions.filter(({ isHead }) => isHead);
  if (name === "head") return heads.length === 1 ? (heads[0] ?? null) : null;
  return (
    revisions.find(({ doc }) => folded(doc) === folded(name)) ??
    revisions.find(({ revision }) => /^[\da-f]{3,}$/i.test(name) && revision.startsWith(name)) ??
    null
  );
}

function folded(text: string): string {
  return text.trim().replaceAll(/\s+/g, " ").replace(/\.$/, "").toLowerCase();
}

export function revisionCondition(condition: ConditionOf<"revision">, snapshot: LessonSnapshot): Finding {
  const { revisions, files } = snapshot;
  const revision = findRevision(revisions, condition.revision);
  if (condition.absent === true) return found(revision === null);
  if (revision === null) return unmet;
  const { path, downRevisions } = revision;
  const text = files[path] ?? "";
  if (condition.follows !== undefined) {
    const names = typeof condition.follows === "string" ? [condition.follows] : condition.follows;
    const parents = names.flatMap((name) => (name === "base" ? [] : (findRevision(revisions, name)?.revision ?? "?")));
    if (!isSameSet(downRevisions, parents)) return nearly("The revision is there, but it follows another one.");
  }
  for (const name of ["upgrade", "downgrade"] as const) {
    const wanted = listed(condition[name]);
    if (wanted.length === 0) continue;
    const body = functionBody(path, text, name);
    if (body === null) return nearly(`Its file has no function \`${name}\`.`);
    if (wanted.every((code) => containsCode(path, body, code))) continue;
    return isEmptyBody(body) ? nearly(`The revision is there. Its \`${name}()\` is still empty.`) : unmet;
  }
  return listed(condition.lacks).some((code) => containsCode(path, text, code)) ? unmet : met;
}

function isEmptyBody(body: string): boolean {
  return /^\s*("""[^"]*"""\s*)?(pass\s*)?$/.test(body);
}

export function listed(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === "string" ? [value] : value;
}
