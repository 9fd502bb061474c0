import type { Point } from "../geometry/rect.ts";
import { hasLeaving } from "../scene/keepLeaving.ts";
import type { Scene, SceneEdge } from "../scene/scene.ts";
import { CardMotion } from "./cardMotion.ts";
import { EdgeMotion } from "./edgeMotion.ts";
import { done, phaseShares } from "./phases.ts";
import { finest } from "./writeAttribute.ts";

/** Pixels that a move must have to be seen. */
const visibleStep = 0.25;

/**
 * Moves cards, rows and lines to where a scene wants them, frame by frame and past React: React renders what there is, this
 * writes where it is. A new scene starts from wherever everything happens to be.
 */
export class DiagramMotion {
  readonly #cards = new Map<string, CardMotion>();
  readonly #edges = new Map<string, EdgeMotion>();
  readonly #cardElements = new Map<string, SVGGElement>();
  readonly #edgeElements = new Map<string, SVGGElement>();
  /** How large the drawing is shown: it tells which moves can be seen. */
  zoom = 1;
  #isFirst = true;
  #frame = 0;
  #onSettled: () => void = () => undefined;

  /** @param onSettled called once everything is in its place; not called where another scene comes before that */
  show(scene: Scene, duration: number, onSettled: () => void): void {
    cancelAnimationFrame(this.#frame);
    this.#onSettled = onSettled;
    const moves = duration > 0 && !this.#isFirst;
    this.#isFirst = false;
    for (const card of scene.cards) {
      const motion = this.#cards.get(card.key) ?? new CardMotion(card, moves);
      this.#cards.set(card.key, motion);
      motion.aim(card);
      motion.bind(this.#cardElements.get(card.key) ?? null);
    }
    for (const edge of scene.edges) {
      const motion = this.#edges.get(edge.key) ?? new EdgeMotion(edge, moves);
      this.#edges.set(edge.key, motion);
      motion.aim(edge);
      motion.bind(this.#edgeElements.get(edge.key) ?? null);
    }
    forget(this.#cards, scene.cards);
    forget(this.#edges, scene.edges);
    if (moves) this.#run(duration, hasLeaving(scene));
    else this.#finish();
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
  }

  /** Puts a card under the pointer, with the lines that are tied to it. */
  drag(key: string, to: Point, edges: readonly SceneEdge[]): void {
    const card = this.#cards.get(key);
    card?.moveTo(to);
    card?.write(finest);
    for (const edge of edges) {
      const motion = this.#edges.get(edge.key);
      motion?.moveTo(edge);
      motion?.write(finest);
    }
  }

  /** For a `ref`: the element of a card has come; the answer is called when it goes. */
  attachCard(key: string, element: SVGGElement): () => void {
    return attach(key, element, this.#cardElements, this.#cards);
  }

  attachEdge(key: string, element: SVGGElement): () => void {
    return attach(key, element, this.#edgeElements, this.#edges);
  }

  #run(duration: number, somethingLeaves: boolean): void {
    const moving = [...this.#cards.values(), ...this.#edges.values()].filter((motion) => motion.isMoving);
    const start = performance.now();
    const frame = (now: number): void => {
      const elapsed = Math.max(0, (now - start) / duration);
      if (elapsed >= 1) {
        this.#finish();
        return;
      }
      const shares = phaseShares(elapsed, somethingLeaves);
      const grain = Math.max(finest, visibleStep / this.zoom);
      for (const motion of moving) {
        motion.advance(shares);
        motion.write(grain);
      }
      this.#frame = requestAnimationFrame(frame);
    };
    frame(start);
  }

  #finish(): void {
    for (const motion of [...this.#cards.values(), ...this.#edges.values()]) {
      motion.advance(done);
      motion.write(finest);
    }
    this.#onSettled();
  }
}

interface Bound {
  bind(element: SVGGElement | null): void;
}

function attach(
  key: string,
  element: SVGGElement,
  elements: Map<string, SVGGElement>,
  motions: ReadonlyMap<string, Bound>,
): () => void {
  elements.set(key, element);
  motions.get(key)?.bind(element);
  return () => {
    if (elements.get(key) !== element) return;
    elements.delete(key);
    motions.get(key)?.bind(null);
  };
}

function forget(motions: Map<string, unknown>, kept: readonly { readonly key: string }[]): void {
  const keys = new Set(kept.map(({ key }) => key));
  for (const key of motions.keys()) if (!keys.has(key)) motions.delete(key);
}
