/** Which of the branch colours and ring shapes a branch has; 0 is the first branch's: plain glass and a circle. */
export type BranchTint = 0 | 1 | 2 | 3 | 4 | 5;

const tints = [1, 2, 3, 4, 5] as const;

/**
 * Gives branches colours that stay theirs while others come and go: by the id of their first revision, and the next free one where that is
 * taken.
 * @param firsts the first revision of each branch; the first of them is the main branch
 */
export function branchTints(firsts: readonly string[]): ReadonlyMap<string, BranchTint> {
  const given = new Map<string, BranchTint>();
  const used = new Set<BranchTint>();
  for (const [order, first] of firsts.entries()) {
    if (order === 0) {
      given.set(first, 0);
      continue;
    }
    if (used.size === tints.length) used.clear();
    let index = hash(first) % tints.length;
    while (used.has(tints[index] ?? 1)) index = (index + 1) % tints.length;
    const tint = tints[index] ?? 1;
    used.add(tint);
    given.set(first, tint);
  }
  return given;
}

function hash(text: string): number {
  let value = 0;
  for (const character of text) value = (value * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return value;
}
