import type { RevisionScript } from "../../../src/engine/script/revision.ts";

/** A history of `count` revisions, root first. */
export function linearHistory(count: number): readonly RevisionScript[] {
  return Array.from({ length: count }, (_, index) => ({
    revision: revisionId(index),
    downRevision: index === 0 ? null : revisionId(index - 1),
  }));
}

/** A history of `count` revisions that branches and merges again every `width` revisions. */
export function braidedHistory(count: number, width = 4): readonly RevisionScript[] {
  const scripts: RevisionScript[] = [];
  let tips: string[] = [];
  while (scripts.length < count) {
    const merge = revisionId(scripts.length);
    scripts.push({ revision: merge, downRevision: tips.length === 0 ? null : tips });
    tips = [];
    for (let branch = 0; branch < width && scripts.length < count; branch++) {
      const id = revisionId(scripts.length);
      scripts.push({ revision: id, downRevision: merge });
      tips.push(id);
    }
  }
  return scripts;
}

function revisionId(index: number): string {
  return (((index + 1) * 2654435761) % 4294967296).toString(16).padStart(8, "0") + index.toString(16).padStart(4, "0");
}
