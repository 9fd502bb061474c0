import type { ReactNode } from "react";
import { stepFraction } from "../../app/playback/recording.ts";
import type { HistoryLayout } from "./layoutHistory.ts";
import { nodePoint, type HistoryScale } from "./tubePath.ts";
import type { ShownMoment } from "./useShownMoment.ts";

/** A tick for each statement of the step that the page shows, on the tube that leads to its revision. */
export function StepTicks(props: {
  readonly layout: HistoryLayout;
  readonly scale: HistoryScale;
  readonly shown: ShownMoment;
}): ReactNode {
  const { layout, scale, shown } = props;
  const { recording, moment, position } = shown;
  const step = recording.steps[moment.stepIndex];
  if (step === undefined || step.direction === "stamp") return null;
  const ticks = recording.moments.flatMap((other, index) =>
    other.stepIndex === moment.stepIndex && (other.kind === "statement" || other.kind === "failed")
      ? [{ index, other, fraction: stepFraction(recording, index) }]
      : [],
  );
  const place = layout.place(step.revision);
  // In a fold there is no room for the statements of each revision.
  if (place === undefined || place.count > 1) return null;
  return layout.tubesInto(place.node.key).flatMap((edge) => {
    const start = nodePoint(edge.from, scale);
    const end = nodePoint(edge.to, scale);
    return ticks.map(({ index, other, fraction }) => {
      const share = step.direction === "upgrade" ? fraction : 1 - fraction;
      const x = start.x + (end.x - start.x) * share;
      const status = other.kind === "failed" ? "failed" : index <= position ? "done" : "ahead";
      return (
        <line
          key={`${edge.key}${index}`}
          className={`tick ${status}${index === position ? " now" : ""}`}
          x1={x}
          x2={x}
          y1={end.y - 12}
          y2={end.y + 12}
        />
      );
    });
  });
}
