/** Writes an attribute unless it says so already: each write costs a layout, even of the same value. */
export function writeAttribute(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

export function writeOpacity(element: Element, opacity: number): void {
  if (opacity < 1) writeAttribute(element, "opacity", opacity.toFixed(3));
  else if (element.hasAttribute("opacity")) element.removeAttribute("opacity");
}

/** The grain of what has come to rest. */
export const finest = 0.01;

/** A number in whole steps of a grain: smaller moves than the eye can tell are not written. */
export function snapped(value: number, grain: number): string {
  return String(Math.round(Math.round(value / grain) * grain * 100) / 100);
}
