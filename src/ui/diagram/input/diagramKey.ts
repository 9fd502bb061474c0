import type { Direction } from "../geometry/nearestTable.ts";

/** What a key means while a card has the focus. */
export type KeyAction =
  | { readonly kind: "focus"; readonly direction: Direction }
  | { readonly kind: "shift"; readonly dx: number; readonly dy: number }
  | { readonly kind: "choose" }
  | { readonly kind: "open" }
  | { readonly kind: "clear" }
  | { readonly kind: "zoom"; readonly factor: number }
  | { readonly kind: "fit" };

export interface PressedKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

const shifts: Readonly<Record<Direction, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/** How far an arrow moves a card. */
const shiftStep = 20;
const zoomStep = 1.25;

/** Null for a key that means nothing here. */
export function diagramKey({ key, shiftKey, ctrlKey, metaKey, altKey }: PressedKey): KeyAction | null {
  if (ctrlKey || metaKey || altKey) return null;
  const direction = directions[key];
  if (direction !== undefined) {
    const [x, y] = shifts[direction];
    return shiftKey ? { kind: "shift", dx: x * shiftStep, dy: y * shiftStep } : { kind: "focus", direction };
  }
  switch (key) {
    case " ":
      return { kind: "choose" };
    case "Enter":
      return { kind: "open" };
    case "Escape":
      return { kind: "clear" };
    case "+":
    case "=":
      return { kind: "zoom", factor: zoomStep };
    case "-":
    case "_":
      return { kind: "zoom", factor: 1 / zoomStep };
    case "0":
      return { kind: "fit" };
    default:
      return null;
  }
}
