import type { View } from "./geometry/view.ts";
import { dropLeaving } from "./scene/keepLeaving.ts";
import { emptyWorld, type World } from "./scene/world.ts";

/** What a diagram remembers while it is not on the page: where its tables are and where the reader looked. */
export class DiagramMemory {
  #world: World = emptyWorld;
  #view: View | null = null;

  get world(): World {
    return this.#world;
  }

  /** Null: nobody moved the view. */
  get view(): View | null {
    return this.#view;
  }

  keepWorld(world: World): void {
    this.#world = { ...world, scene: dropLeaving(world.scene) };
  }

  keepView(view: View | null): void {
    this.#view = view;
  }
}

/** That of the page's one diagram of the database. */
export const pageMemory = new DiagramMemory();
