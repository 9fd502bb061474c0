import { boundsOf, contains, inflate, type Canvas, type Point, type Rect } from "../geometry/rect.ts";
import { detailAt, fitView, panBy, reveal, visiblePart, zoomAt, type Detail, type View } from "../geometry/view.ts";
import { ease } from "./ease.ts";
import { handTime } from "./handTime.ts";

/** What React needs to know of the view: it changes seldom, however much the view moves. */
export interface ViewSnapshot {
  /** Cards outside of it need not be rendered. */
  readonly part: Rect;
  readonly detail: Detail;
}

/** The part of the drawing that is on the screen; moves past React, as the cards do. */
export class DiagramView {
  size: Canvas = { width: 0, height: 0 };
  /** Nobody has moved it by hand: it follows the drawing. */
  isAuto = true;
  #view: View = { x: 0, y: 0, zoom: 1 };
  #target: View = this.#view;
  #frame = 0;
  #snapshot: ViewSnapshot = { part: { x: 0, y: 0, width: 0, height: 0 }, detail: "near" };
  #world: SVGGElement | null = null;
  #dots: SVGPatternElement | null = null;
  readonly #listeners = new Set<() => void>();

  /** Where it is at this instant. */
  get now(): View {
    return this.#view;
  }

  /** Where it is, or where it is moving to. */
  get target(): View {
    return this.#target;
  }

  readonly getSnapshot = (): ViewSnapshot => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  attach(world: SVGGElement, dots: SVGPatternElement): () => void {
    this.#world = world;
    this.#dots = dots;
    this.#write();
    return () => {
      cancelAnimationFrame(this.#frame);
      this.#world = null;
      this.#dots = null;
    };
  }

  /** @param duration milliseconds; 0: at once */
  moveTo(view: View, duration = 0): void {
    cancelAnimationFrame(this.#frame);
    const from = this.#view;
    this.#target = view;
    if (duration <= 0 || (from.x === view.x && from.y === view.y && from.zoom === view.zoom)) {
      this.#view = view;
      this.#changed();
      return;
    }
    const start = performance.now();
    const mix = (key: keyof View, share: number): number => from[key] + (view[key] - from[key]) * share;
    const frame = (now: number): void => {
      const elapsed = Math.max(0, (now - start) / duration);
      const share = ease(elapsed);
      this.#view = elapsed >= 1 ? view : { x: mix("x", share), y: mix("y", share), zoom: mix("zoom", share) };
      this.#changed();
      if (elapsed < 1) this.#frame = requestAnimationFrame(frame);
    };
    frame(start);
  }

  /** Everything in sight, and following from now on. */
  fit(content: Rect | null): void {
    this.isAuto = true;
    if (content !== null) this.moveTo(fitView(content, this.size), handTime());
  }

  panBy(dx: number, dy: number): void {
    this.isAuto = false;
    this.moveTo(panBy(this.#view, dx, dy));
  }

  zoomAt(factor: number, at: Point): void {
    this.isAuto = false;
    this.moveTo(zoomAt(this.#view, factor, at));
  }

  zoomBy(factor: number): void {
    this.isAuto = false;
    const middle = { x: this.size.width / 2, y: this.size.height / 2 };
    this.moveTo(zoomAt(this.#target, factor, middle), handTime());
  }

  reveal(part: Rect): void {
    this.moveTo(reveal(this.#target, part, this.size), handTime());
  }

  #changed(): void {
    this.#write();
    const detail = detailAt(this.#view.zoom);
    const visible = [this.#view, this.#target].map((view) => visiblePart(view, this.size));
    const needed = boundsOf(visible) ?? this.#snapshot.part;
    const { part } = this.#snapshot;
    const isWasteful = part.width > needed.width * 3.5;
    if (detail === this.#snapshot.detail && contains(part, needed) && !isWasteful) return;
    const ahead = Math.max(needed.width, needed.height) * 0.4;
    this.#snapshot = { part: inflate(needed, ahead), detail };
    for (const listener of this.#listeners) listener();
  }

  #write(): void {
    const { x, y, zoom } = this.#view;
    this.#world?.setAttribute("transform", `translate(${round(x)} ${round(y)}) scale(${round(zoom)})`);
    // Dots stay about as far apart on the screen, whatever the zoom.
    const scale = zoom * 2 ** -Math.floor(Math.log2(zoom * 1.2));
    this.#dots?.setAttribute("patternTransform", `translate(${round(x)} ${round(y)}) scale(${round(scale)})`);
    this.#dots?.firstElementChild?.setAttribute("r", String(round(0.9 / scale)));
  }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
