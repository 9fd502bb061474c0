import { children, relatedRevisions } from "./relatedRevisions.ts";
import { RevisionError } from "./revisionErrors.ts";
import type { RevisionNode } from "./revisionNode.ts";

/**
 * Enters each label beside the ids.
 * @throws RevisionError when the name is taken
 */
export function mapBranchLabels(labelled: Iterable<RevisionNode>, entries: Map<string, RevisionNode>): void {
  for (const node of labelled) {
    for (const label of node.ownBranchLabels) {
      const holder = entries.get(label);
      if (holder !== undefined) {
        throw new RevisionError(
          `Branch name '${label}' in revision ${node.revision} already used by revision ${holder.revision}`,
        );
      }
      entries.set(label, node);
    }
  }
}

/** Labels hold for every descendant, and downwards until the branch began: the nearest branch or merge point. Source: RevisionMap._add_branches. */
export function spreadBranchLabels(labelled: Iterable<RevisionNode>, entries: ReadonlyMap<string, RevisionNode>): void {
  for (const node of labelled) {
    let parent: RevisionNode | undefined = node;
    for (const descendant of relatedRevisions<RevisionNode>(children, [node], entries)) {
      addAll(descendant.branchLabels, node.branchLabels);
      parent = descendant;
    }
    while (parent !== undefined && !parent.isRealBranchPoint && !parent.isMergePoint) {
      addAll(parent.branchLabels, node.branchLabels);
      const down: string | undefined = parent.downRevisions[0];
      parent = down === undefined ? undefined : entries.get(down);
    }
  }
}

function addAll(labels: Set<string>, more: ReadonlySet<string>): void {
  if (labels === more) return;
  for (const label of more) labels.add(label);
}
