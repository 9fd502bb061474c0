import type { Point } from "../geometry/rect.ts";

/** What is under a pointer: a table, its fold row, or nothing. */
export interface GestureTarget {
  readonly table: string | null;
  readonly fold: boolean;
}

/** What pointers and wheel ask for, in pixels of the picture. */
export interface GestureHandlers {
  pan(dx: number, dy: number): void;
  zoom(factor: number, at: Point): void;
  /** A card follows the pointer; the distance is from where it was taken. */
  drag(table: string, dx: number, dy: number): void;
  drop(table: string): void;
  tap(target: GestureTarget): void;
  doubleTap(target: GestureTarget): void;
}

/** A pointer that moves less than this has only been pressed. */
const slack = 4;

type Grip =
  | { readonly kind: "none" }
  | { readonly kind: "pressed"; readonly start: Point; readonly target: GestureTarget }
  | { readonly kind: "panning" }
  | { readonly kind: "dragging"; readonly start: Point; readonly table: string }
  | { readonly kind: "pinching" };

/** Turns pointer and wheel events of an element into gestures. The answer ends it. */
export function attachGestures(element: SVGSVGElement, handlers: () => GestureHandlers): () => void {
  const pointers = new Map<number, Point>();
  let grip: Grip = { kind: "none" };
  const local = (event: MouseEvent): Point => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  const press = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    pointers.set(event.pointerId, local(event));
    if (grip.kind === "dragging") handlers().drop(grip.table);
    grip =
      pointers.size === 1 ? { kind: "pressed", start: local(event), target: targetOf(event) } : { kind: "pinching" };
    if (grip.kind === "pinching") for (const id of pointers.keys()) element.setPointerCapture(id);
  };

  const move = (event: PointerEvent): void => {
    const before = pointers.get(event.pointerId);
    if (before === undefined) return;
    const now = local(event);
    if (grip.kind === "pinching") {
      pinch(event.pointerId, before, now);
      return;
    }
    if (grip.kind === "pressed") {
      if (Math.hypot(now.x - grip.start.x, now.y - grip.start.y) < slack) return;
      element.setPointerCapture(event.pointerId);
      const { start, target } = grip;
      grip = target.table === null ? { kind: "panning" } : { kind: "dragging", start, table: target.table };
      element.dataset["grip"] = grip.kind;
    }
    pointers.set(event.pointerId, now);
    if (grip.kind === "panning") handlers().pan(now.x - before.x, now.y - before.y);
    if (grip.kind === "dragging") handlers().drag(grip.table, now.x - grip.start.x, now.y - grip.start.y);
  };

  const pinch = (id: number, before: Point, now: Point): void => {
    const other = [...pointers].find(([pointer]) => pointer !== id)?.[1];
    pointers.set(id, now);
    if (other === undefined) return;
    const distance = (point: Point): number => Math.hypot(point.x - other.x, point.y - other.y);
    handlers().pan((now.x - before.x) / 2, (now.y - before.y) / 2);
    if (distance(before) > 0)
      handlers().zoom(distance(now) / distance(before), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
  };

  const release = (event: PointerEvent): void => {
    if (!pointers.delete(event.pointerId)) return;
    if (grip.kind === "dragging") handlers().drop(grip.table);
    if (grip.kind === "pressed" && event.type === "pointerup") handlers().tap(grip.target);
    grip = pointers.size === 0 ? { kind: "none" } : { kind: "panning" };
    delete element.dataset["grip"];
  };

  const doubleClick = (event: MouseEvent): void => {
    handlers().doubleTap(targetOf(event));
  };

  const wheel = (event: WheelEvent): void => {
    event.preventDefault();
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * 24;
    // A pinch on a trackpad arrives as a wheel with the control key and in small steps.
    const strength = event.ctrlKey ? 0.01 : 0.0016;
    handlers().zoom(Math.exp(-Math.max(-240, Math.min(240, pixels)) * strength), local(event));
  };

  const listeners = new AbortController();
  const { signal } = listeners;
  element.addEventListener("pointerdown", press, { signal });
  element.addEventListener("pointermove", move, { signal });
  element.addEventListener("pointerup", release, { signal });
  element.addEventListener("pointercancel", release, { signal });
  element.addEventListener("dblclick", doubleClick, { signal });
  element.addEventListener("wheel", wheel, { signal, passive: false });
  return () => listeners.abort();
}

function targetOf({ target }: Event): GestureTarget {
  if (!(target instanceof Element)) return { table: null, fold: false };
  const table = target.closest<SVGElement>("[data-table]");
  return { table: table?.dataset["table"] ?? null, fold: target.closest("[data-fold]") !== null };
}
