/** What a picture is made of; each value that differs from the parent's, or from SVG's own, is written down. */
const inherited = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-linecap",
  "stroke-linejoin",
  "stroke-dasharray",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
] as const;

/** These are not handed down to children. */
const own: Readonly<Record<string, string>> = { opacity: "1", "text-decoration-line": "none" };

/** Parts that are there for pointers and keyboards. */
const interactive = ".edge-hit, .card-focus, .fold-ground";

const onlyForThePage = [
  "class",
  "role",
  "tabindex",
  "data-table",
  "data-tone",
  "data-status",
  "data-standing",
  "data-row",
];

/** A copy of a drawing with its computed styles as attributes, without what only the page needs. */
export function inlineStyles(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  copyStyles(drawing, copy, null);
  for (const part of copy.querySelectorAll(interactive)) part.remove();
  for (const element of [copy, ...copy.querySelectorAll("*")]) {
    for (const name of element.getAttributeNames()) {
      if (onlyForThePage.includes(name) || name.startsWith("data-") || name.startsWith("aria-"))
        element.removeAttribute(name);
    }
  }
  return copy;
}

function copyStyles(from: Element, to: Element, parent: CSSStyleDeclaration | null): void {
  if (from.tagName === "title") return;
  const style = getComputedStyle(from);
  for (const name of inherited) {
    const value = style.getPropertyValue(name);
    if (value !== parent?.getPropertyValue(name)) to.setAttribute(name, value);
  }
  for (const [name, normal] of Object.entries(own)) {
    const value = style.getPropertyValue(name);
    if (value !== normal) to.setAttribute(name === "text-decoration-line" ? "text-decoration" : name, value);
  }
  for (const [index, child] of [...from.children].entries()) {
    const copied = to.children[index];
    if (copied !== undefined) copyStyles(child, copied, style);
  }
}
