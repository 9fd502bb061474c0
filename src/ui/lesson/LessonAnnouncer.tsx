import { useEffect, useRef, useState, type ReactNode } from "react";
import { useShownStep } from "./useLesson.ts";

/** Tells a screen reader what ticks, what is nearly right and when a step is done, without moving the focus. */
export function LessonAnnouncer(): ReactNode {
  const { state, index, memory } = useShownStep();
  const [said, setSaid] = useState("");
  const before = useRef({ index, solved: memory.solved, near: "", met: 0 });
  useEffect(() => {
    const results = state.results ?? [];
    const met = results.filter((result) => result.met);
    const near = results
      .map(({ nearMiss }) => nearMiss ?? "")
      .join(" ")
      .trim();
    const last = before.current;
    before.current = { index, solved: memory.solved, near, met: met.length };
    if (last.index !== index) return;
    if (memory.solved && !last.solved) setSaid(`Step ${index + 1} is done.`);
    else if (met.length > last.met) setSaid(`Done: ${met.at(-1)?.says ?? ""}. ${results.length - met.length} to go.`);
    else if (near !== "" && near !== last.near) setSaid(`Nearly: ${near}`);
  }, [state.results, memory.solved, index]);
  return (
    <p className="visually-hidden" role="status" aria-label="Progress of the lesson">
      {said.replaceAll("`", "")}
    </p>
  );
}
