import {
  curveCount,
  mixPaths,
  pathEnd,
  pathStart,
  pathText,
  pointOn,
  splitTo,
  type EdgePath,
} from "../geometry/edgePath.ts";
import type { SceneEdge } from "../scene/scene.ts";
import type { PhaseShares } from "./phases.ts";
import { Tween } from "./tween.ts";
import { finest, snapped, writeAttribute, writeOpacity } from "./writeAttribute.ts";

/** Where the line of a foreign key runs right now, and the elements that show it. */
export class EdgeMotion {
  #now: EdgePath;
  #from: EdgePath;
  #to: EdgePath;
  #edge: SceneEdge;
  readonly #opacity: Tween;
  /** How much of the line is drawn, from the referring column on. */
  readonly #drawn: Tween;
  #element: SVGGElement | null = null;

  constructor(edge: SceneEdge, appears: boolean) {
    this.#edge = edge;
    this.#now = edge.path;
    this.#from = edge.path;
    this.#to = edge.path;
    this.#opacity = new Tween(appears || edge.leaving ? 0 : 1);
    this.#drawn = new Tween(appears ? 0 : 1);
  }

  get isMoving(): boolean {
    return this.#from !== this.#to || this.#opacity.isMoving || this.#drawn.isMoving;
  }

  aim(edge: SceneEdge): void {
    this.#edge = edge;
    const isSame = edge.leaving || String(edge.path) === String(this.#now);
    const count = Math.max(curveCount(this.#now), curveCount(edge.path));
    this.#from = isSame ? this.#now : splitTo(this.#now, count);
    this.#to = isSame ? this.#now : splitTo(edge.path, count);
    this.#opacity.aim(edge.leaving ? 0 : 1, edge.leaving ? "leave" : "enter");
    this.#drawn.aim(1, "enter");
  }

  advance(shares: PhaseShares): void {
    if (this.#from !== this.#to) {
      if (shares.move < 1) this.#now = mixPaths(this.#from, this.#to, shares.move);
      else {
        this.#now = this.#edge.path;
        this.#from = this.#now;
        this.#to = this.#now;
      }
    }
    this.#opacity.advance(shares);
    this.#drawn.advance(shares);
  }

  moveTo(edge: SceneEdge): void {
    this.#edge = edge;
    this.#now = edge.path;
    this.#from = edge.path;
    this.#to = edge.path;
  }

  /** Shows itself by an element from now on. */
  bind(element: SVGGElement | null): void {
    this.#element = element;
    this.write(finest);
  }

  /** @param grain steps that can be told apart on the screen */
  write(grain: number): void {
    const element = this.#element;
    if (element === null) return;
    const text = pathText(this.#now, grain);
    const [start, end] = [pathStart(this.#now), pathEnd(this.#now)];
    const { fromSide, toSide } = this.#edge;
    const drawn = this.#drawn.value;
    for (const part of element.children) {
      switch (part.getAttribute("data-part")) {
        case "line":
          writeAttribute(part, "d", text);
          drawShare(part, drawn);
          break;
        case "hit":
          writeAttribute(part, "d", text);
          break;
        case "many":
          writeAttribute(
            part,
            "transform",
            `translate(${snapped(start.x, grain)} ${snapped(start.y, grain)}) scale(${fromSide} 1)`,
          );
          break;
        case "one":
          writeAttribute(
            part,
            "transform",
            `translate(${snapped(end.x, grain)} ${snapped(end.y, grain)}) scale(${toSide} 1)`,
          );
          writeAttribute(part, "visibility", drawn > 0.9 ? "visible" : "hidden");
          break;
        case "sign": {
          const middle = pointOn(this.#now, 0.5);
          writeAttribute(part, "transform", `translate(${snapped(middle.x, grain)} ${snapped(middle.y, grain)})`);
          writeAttribute(part, "visibility", drawn > 0.5 ? "visible" : "hidden");
          break;
        }
      }
    }
    writeOpacity(element, this.#opacity.value);
  }
}

/** A dash as long as the drawn part; a whole line keeps the dashes of its style. */
function drawShare(line: Element, drawn: number): void {
  if (drawn < 1) {
    writeAttribute(line, "pathLength", "1");
    writeAttribute(line, "stroke-dasharray", `${drawn.toFixed(3)} 1`);
  } else if (line.hasAttribute("pathLength")) {
    line.removeAttribute("pathLength");
    line.removeAttribute("stroke-dasharray");
  }
}
