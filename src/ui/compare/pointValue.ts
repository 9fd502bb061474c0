import type { Point } from "../../engine/difference/point.ts";

export function pointValue(point: Point): string {
  if (point.kind !== "revision") return point.kind;
  return point.revision === "heads" ? "heads" : `revision ${point.revision}`;
}

export function pointOf(value: string): Point {
  if (value === "database" || value === "models") return { kind: value };
  return { kind: "revision", revision: value.replace(/^revision /, "") };
}
