import type { RevisionScript } from "../../src/engine/script/revision.ts";
import { RevisionMap } from "../../src/engine/script/revisionMap.ts";
import { linearHistory } from "../engine/script/bigHistory.ts";
import { elapsed } from "./elapsed.ts";
import { formatTable } from "./formatTable.ts";
import { median } from "./median.ts";

const rounds = 5;

/** What RevisionMap of Alembic 1.19.2 took over ready Revision objects, CPython 3.11, the same kind of machine: milliseconds. */
const alembic = [
  { size: 1000, mapAndHeads: 10, history: 6 },
  { size: 10_000, mapAndHeads: 373, history: 67 },
];

/** The graph of a linear history, in memory: building the map and its heads, then walking from head to base as `history` does. */
export function measureGraph(): void {
  for (let round = 0; round < rounds; round++) measure(linearHistory(1000));
  const rows = [["revisions", "map + heads", "Alembic", "history", "Alembic"]];
  for (const { size, mapAndHeads, history } of alembic) {
    const scripts = linearHistory(size);
    const samples = Array.from({ length: rounds }, () => measure(scripts));
    rows.push([
      size.toString(),
      median(samples.map((sample) => sample.building)).toFixed(1),
      mapAndHeads.toString(),
      median(samples.map((sample) => sample.walking)).toFixed(1),
      history.toString(),
    ]);
  }
  console.log(`The revision graph of a linear history, in memory, milliseconds, median of ${rounds}`);
  console.log(formatTable(rows));
}

function measure(scripts: readonly RevisionScript[]): { readonly building: number; readonly walking: number } {
  const map = new RevisionMap(
    () => scripts,
    () => undefined,
  );
  const building = elapsed(() => {
    if (map.heads.length !== 1) throw new Error("a linear history has one head");
  });
  const walking = elapsed(() => {
    if (map.iterateRevisions("heads", "base").length !== scripts.length) throw new Error("a revision is missing");
  });
  return { building: building.wall, walking: walking.wall };
}
