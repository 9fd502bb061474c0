import { useId, type ReactNode } from "react";
import { useStore } from "zustand";
import type { Point } from "../../engine/difference/point.ts";
import { useApp } from "../AppContext.ts";
import { pointOf, pointValue } from "./pointValue.ts";

/** One end of a comparison: the database, the models, or the schema after a revision. */
export function PointSelect(props: {
  readonly label: string;
  readonly point: Point;
  readonly onChoose: (point: Point) => void;
}): ReactNode {
  const { label, point, onChoose } = props;
  const id = useId();
  const revisions = useStore(useApp().engine, (state) => state.project?.revisions);
  return (
    <span className="point-select">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={pointValue(point)} onChange={(event) => onChoose(pointOf(event.currentTarget.value))}>
        <option value="database">the database</option>
        <option value="models">the models</option>
        <option value="heads">head</option>
        {(revisions ?? []).map(({ revision, doc }) => (
          <option key={revision} value={`revision ${revision}`}>
            {revision.slice(0, 12)} {doc}
          </option>
        ))}
        <option value="revision base">base</option>
      </select>
    </span>
  );
}
