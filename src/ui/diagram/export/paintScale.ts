import type { Size } from "../geometry/rect.ts";

/** Browsers refuse canvases much larger than this. */
const mostPixels = 64e6;
const longestSide = 16_000;

/** How much larger than life a picture is painted: twice, or as large as a canvas can be. */
export function paintScale({ width, height }: Size): number {
  return Math.min(2, longestSide / width, longestSide / height, Math.sqrt(mostPixels / (width * height)));
}
