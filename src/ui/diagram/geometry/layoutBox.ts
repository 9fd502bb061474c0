import type { Size } from "./rect.ts";

export interface LayoutBox extends Size {
  readonly key: string;
}

/** `from` refers to `to`. */
export interface LayoutLink {
  readonly from: string;
  readonly to: string;
}
