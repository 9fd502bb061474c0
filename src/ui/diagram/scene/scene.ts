import type { CardRow } from "../geometry/cardRows.ts";
import type { EdgePath } from "../geometry/edgePath.ts";
import type { Rect } from "../geometry/rect.ts";
import type { Side } from "../geometry/routeForeignKey.ts";
import type { DiagramForeignKey, DiagramTable } from "../model/diagram.ts";

/** What is on its way out stays in the scene until it has faded. */
interface Leaving {
  readonly leaving: boolean;
}

export type SceneRow = CardRow & Leaving;

export interface SceneCard extends Leaving {
  readonly key: string;
  readonly table: DiagramTable;
  /** Where it stands in the end. */
  readonly rect: Rect;
  readonly rows: readonly SceneRow[];
  readonly unfolded: boolean;
}

/** One pair of columns of a foreign key. */
export interface SceneEdge extends Leaving {
  readonly key: string;
  readonly foreignKey: DiagramForeignKey;
  /** The first pair carries what is said once. */
  readonly pair: number;
  readonly path: EdgePath;
  readonly fromSide: Side;
  readonly toSide: Side;
}

/** Everything that is drawn, and where it comes to rest. */
export interface Scene {
  readonly cards: readonly SceneCard[];
  readonly edges: readonly SceneEdge[];
}

export const emptyScene: Scene = { cards: [], edges: [] };
