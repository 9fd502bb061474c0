import { parentsAndDependencies, relatedRevisions } from "./relatedRevisions.ts";
import type { Revision } from "./revision.ts";

/**
 * Which of the `wanted` revisions lie below each revision under `heads`, dependencies included: one bit per wanted revision.
 * Takes rows x columns / 32 words, filled in one pass, so that a question costs one lookup.
 */
export class AncestorTable {
  readonly #columns = new Map<string, number>();
  readonly #rows = new Map<string, number>();
  readonly #words: number;
  readonly #bits: Uint32Array;

  constructor(heads: readonly string[], wanted: Iterable<string>, entries: ReadonlyMap<string, Revision>) {
    for (const id of wanted) this.#columns.set(id, this.#columns.size);
    this.#words = Math.ceil(this.#columns.size / 32);
    const starts = heads.map((id) => entries.get(id) as Revision);
    this.#bits = new Uint32Array(relatedRevisions(parentsAndDependencies, starts, entries).size * this.#words);
    for (const start of starts) this.#fill(start, entries);
  }

  /** Index of the first of `heads`, other than the candidate itself, that the candidate lies below; -1 if none. */
  firstThatReaches(candidate: string, heads: readonly string[]): number {
    const column = this.#columns.get(candidate);
    if (column === undefined) return -1;
    const word = column >>> 5;
    const bit = 1 << (column & 31);
    for (let index = 0; index < heads.length; index++) {
      const head = heads[index] as string;
      if (head === candidate) continue;
      const row = this.#rows.get(head) as number;
      if (((this.#bits[row * this.#words + word] as number) & bit) !== 0) return index;
    }
    return -1;
  }

  #fill(start: Revision, entries: ReadonlyMap<string, Revision>): void {
    const stack: Revision[] = [start];
    while (stack.length > 0) {
      const revision = stack.at(-1) as Revision;
      if (this.#rows.has(revision.revision)) {
        stack.pop();
        continue;
      }
      const open = revision.normalizedDownRevisions.filter((id) => !this.#rows.has(id));
      if (open.length > 0) {
        for (const id of open) stack.push(entries.get(id) as Revision);
      } else {
        stack.pop();
        this.#addRow(revision);
      }
    }
  }

  #addRow(revision: Revision): void {
    const row = this.#rows.size;
    const start = row * this.#words;
    for (const id of revision.normalizedDownRevisions) {
      const from = (this.#rows.get(id) as number) * this.#words;
      for (let word = 0; word < this.#words; word++) {
        this.#bits[start + word] = (this.#bits[start + word] as number) | (this.#bits[from + word] as number);
      }
    }
    const column = this.#columns.get(revision.revision);
    if (column !== undefined) {
      const at = start + (column >>> 5);
      this.#bits[at] = (this.#bits[at] as number) | (1 << (column & 31));
    }
    this.#rows.set(revision.revision, row);
  }
}
