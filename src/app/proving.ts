import type { ProjectState } from "../worker/messages.ts";
import { delayed } from "./delayed.ts";
import type { EngineSession } from "./engineSession.ts";
import type { ProofStore } from "./proofStore.ts";
import type { Stores } from "./stores.ts";

/** Proves revisions, on request and by itself while nothing else is going on. */
export interface Proving {
  /** Every revision. */
  proveAll(): Promise<void>;
}

/** Milliseconds of quiet until revisions are proven by themselves. */
const quiet = 1500;
/** Of a longer history only what a downgrade would take back next is proven by itself. */
const mostByItself = 24;
/** A proof that took longer, in milliseconds, is not made again by itself: the engine does nothing else meanwhile. */
const longestByItself = 5000;

export function createProving(
  stores: Pick<Stores, "engine" | "workspace" | "player"> & { readonly proof: ProofStore },
  session: EngineSession,
  mayRun: () => boolean,
): Proving {
  const { engine, workspace, player, proof } = stores;
  /** What each proof was made of. */
  const grounds = new Map<string, string>();
  let duration = 0;
  const proveSoon = delayed(() => void proveStale());

  function groundsOf(project: ProjectState): ReadonlyMap<string, string> {
    const { files } = workspace.getState();
    const database = databaseText(project);
    return new Map(project.revisions.map(({ revision, path }) => [revision, `${files[path] ?? ""}\n${database}`]));
  }

  function stale(project: ProjectState): readonly string[] {
    return [...groundsOf(project)].flatMap(([revision, ground]) => (grounds.get(revision) === ground ? [] : revision));
  }

  function staleByItself(project: ProjectState): readonly string[] {
    const { heads } = project.database;
    return stale(project).filter((revision) => project.revisions.length <= mostByItself || heads.includes(revision));
  }

  function forgetStale(): void {
    const { project } = engine.getState();
    const { proofs } = proof.getState();
    if (project === null || proofs.size === 0) return;
    const gone = new Set(stale(project));
    const left = new Map([...proofs].filter(([revision]) => !gone.has(revision)));
    if (left.size < proofs.size) proof.setState({ proofs: left });
  }

  async function prove(revisions: readonly string[] | null): Promise<void> {
    const { project, boot } = engine.getState();
    if (project === null || boot.kind !== "ready" || proof.getState().running || !mayRun()) return;
    const { files } = workspace.getState();
    const asked = revisions ?? project.revisions.map(({ revision }) => revision);
    if (asked.length === 0) return;
    const made = groundsOf(project);
    proof.setState({ running: true });
    const began = performance.now();
    const answer = await session.ask((id) => ({ kind: "prove", id, files, revisions }), "proved");
    proof.setState({ running: false });
    if (answer === null) return;
    duration = performance.now() - began;
    for (const revision of asked) grounds.set(revision, made.get(revision) ?? "");
    const proofs = new Map(proof.getState().proofs);
    for (const revision of asked) proofs.delete(revision);
    for (const one of answer.proof.proofs) proofs.set(one.revision, one);
    proof.setState({ proofs, unavailable: answer.proof.unavailable });
    forgetStale();
  }

  async function proveStale(): Promise<void> {
    const { project, running } = engine.getState();
    if (project === null || duration > longestByItself) return;
    if (running !== null || player.store.getState().mode === "playing") return proveSoon.in(quiet);
    const wanted = staleByItself(project);
    if (wanted.length > 0) await prove(wanted);
  }

  engine.subscribe((state, before) => {
    if (state.project === before.project || state.project === null) return;
    forgetStale();
    if (staleByItself(state.project).length > 0) proveSoon.in(quiet);
  });

  return { proveAll: () => prove(null) };
}

function databaseText({ database }: ProjectState): string {
  const { tables, rowCounts, heads } = database;
  return JSON.stringify([
    heads,
    rowCounts,
    tables.map(({ name, columns }) => [name, columns.map((column) => column.name)]),
  ]);
}
