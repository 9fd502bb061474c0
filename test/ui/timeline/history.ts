import type { RevisionSummary } from "../../../src/worker/messages.ts";

type Links = Readonly<Record<string, readonly string[]>>;

/** A history by what each revision follows, and what it depends on. */
export function history(downs: Links, depends: Links = {}): readonly RevisionSummary[] {
  const ids = Object.keys(downs);
  const followed = new Set(Object.values(downs).flat());
  return ids.map((revision) => ({
    revision,
    downRevisions: downs[revision] ?? [],
    dependsOn: depends[revision] ?? [],
    branchLabels: [],
    doc: `make ${revision}`,
    path: `alembic/versions/${revision}.ts`,
    isHead: !followed.has(revision),
    isBase: downs[revision]?.length === 0,
    loaded: true,
  }));
}

/** `r0` to `r<count - 1>`, one after the other. */
export function chain(count: number): readonly RevisionSummary[] {
  return history(
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`r${index}`, index === 0 ? [] : [`r${index - 1}`]]),
    ),
  );
}
