import { card } from "../geometry/cardMetrics.ts";
import type { Point } from "../geometry/rect.ts";
import type { SceneCard, SceneRow } from "../scene/scene.ts";
import type { PhaseShares } from "./phases.ts";
import { finest, snapped, writeAttribute, writeOpacity } from "./writeAttribute.ts";
import { Tween } from "./tween.ts";

/** A card smaller than life while it appears. */
const newborn = 0.94;

/** Where a card and its rows are right now, and the elements that show it. */
export class CardMotion {
  readonly #x: Tween;
  readonly #y: Tween;
  readonly #opacity: Tween;
  readonly #scale: Tween;
  readonly #rows = new Map<string, RowMotion>();
  #order: readonly RowMotion[] = [];
  #element: SVGGElement | null = null;
  #growing: readonly Element[] = [];

  constructor({ rect, rows, leaving }: SceneCard, appears: boolean) {
    this.#x = new Tween(rect.x);
    this.#y = new Tween(rect.y);
    this.#opacity = new Tween(appears || leaving ? 0 : 1);
    this.#scale = new Tween(appears ? newborn : 1);
    for (const row of rows) this.#rows.set(row.key, new RowMotion(row, false));
  }

  get isMoving(): boolean {
    return [this.#x, this.#y, this.#opacity, this.#scale].some(isMoving) || this.#order.some((row) => row.isMoving);
  }

  aim({ rect, rows, leaving }: SceneCard): void {
    if (!leaving) {
      this.#x.aim(rect.x, "move");
      this.#y.aim(rect.y, "move");
    }
    this.#opacity.aim(leaving ? 0 : 1, leaving ? "leave" : "enter");
    this.#scale.aim(1, "enter");
    this.#order = rows.map((row) => {
      const motion = this.#rows.get(row.key) ?? new RowMotion(row, true);
      this.#rows.set(row.key, motion);
      motion.aim(row);
      return motion;
    });
    const kept = new Set(rows.map((row) => row.key));
    for (const key of this.#rows.keys()) if (!kept.has(key)) this.#rows.delete(key);
  }

  advance(shares: PhaseShares): void {
    for (const tween of [this.#x, this.#y, this.#opacity, this.#scale]) tween.advance(shares);
    for (const row of this.#order) row.advance(shares);
  }

  moveTo({ x, y }: Point): void {
    this.#x.jump(x);
    this.#y.jump(y);
  }

  /** Shows itself by an element from now on, and its rows by those inside. */
  bind(element: SVGGElement | null): void {
    this.#element = element;
    this.#growing = [...(element?.querySelectorAll("[data-grow]") ?? [])];
    for (const row of this.#rows.values()) row.bind(null);
    for (const row of element?.querySelectorAll<SVGGElement>("[data-row]") ?? []) {
      this.#rows.get(row.dataset["row"] ?? "")?.bind(row);
    }
    this.write(finest);
  }

  /** @param grain steps that can be told apart on the screen */
  write(grain: number): void {
    if (this.#element === null) return;
    let y: number = card.head;
    for (const row of this.#order) {
      row.write(y, grain);
      y += row.height;
    }
    const height = y + card.foot;
    for (const part of this.#growing) {
      writeAttribute(part, "height", snapped(height + Number(part.getAttribute("data-grow")), grain));
    }
    const scale = this.#scale.value;
    const left = this.#x.value + (card.width * (1 - scale)) / 2;
    const top = this.#y.value + (height * (1 - scale)) / 2;
    const size = scale === 1 ? "" : ` scale(${scale.toFixed(4)})`;
    writeAttribute(this.#element, "transform", `translate(${snapped(left, grain)} ${snapped(top, grain)})${size}`);
    writeOpacity(this.#element, this.#opacity.value);
  }
}

class RowMotion {
  readonly #height: Tween;
  readonly #opacity: Tween;
  #full: number;
  #element: SVGGElement | null = null;
  #wash: Element | null = null;
  #lines: Element | null = null;

  constructor(row: SceneRow, appears: boolean) {
    this.#height = new Tween(appears ? 0 : row.height);
    this.#opacity = new Tween(appears ? 0 : 1);
    this.#full = row.height;
  }

  get height(): number {
    return this.#height.value;
  }

  get isMoving(): boolean {
    return isMoving(this.#height) || isMoving(this.#opacity);
  }

  aim({ height, leaving }: SceneRow): void {
    this.#full = height;
    this.#height.aim(leaving ? 0 : height, "move");
    this.#opacity.aim(leaving ? 0 : 1, leaving ? "leave" : "enter");
  }

  advance(shares: PhaseShares): void {
    this.#height.advance(shares);
    this.#opacity.advance(shares);
  }

  bind(element: SVGGElement | null): void {
    this.#element = element;
    this.#wash = element?.querySelector(".row-wash") ?? null;
    this.#lines = element?.querySelector(".row-lines") ?? null;
  }

  write(y: number, grain: number): void {
    if (this.#element === null) return;
    writeAttribute(this.#element, "transform", `translate(0 ${snapped(y, grain)})`);
    writeOpacity(this.#element, this.#opacity.value);
    if (this.#wash !== null) writeAttribute(this.#wash, "height", snapped(this.height, grain));
    // What changed is written below the row as soon as there is room for it.
    const room = (this.height - card.row) / Math.max(1, this.#full - card.row);
    if (this.#lines !== null) writeOpacity(this.#lines, Math.max(0, room * 2 - 1));
  }
}

function isMoving(tween: Tween): boolean {
  return tween.isMoving;
}
