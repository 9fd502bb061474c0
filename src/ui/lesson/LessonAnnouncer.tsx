import { Fragment, useEffect, useRef, useState, type ReactNode } from "react";
import { NearMiss } from "./NearMiss.tsx";
import { useShownStep } from "./useLesson.ts";

/** Tells a screen reader what ticks, what is nearly right and when a step is done, without moving the focus. */
export function LessonAnnouncer(): ReactNode {
  const { state, index, memory, lang } = useShownStep();
  const [said, setSaid] = useState<ReactNode>("");
  const before = useRef({ index, solved: memory.solved, near: "", met: 0 });
  useEffect(() => {
    const results = state.results ?? [];
    const met = results.filter((result) => result.met);
    const misses = results.flatMap(({ nearMiss }) => nearMiss ?? []);
    const near = misses.join(" ");
    const last = before.current;
    before.current = { index, solved: memory.solved, near, met: met.length };
    if (last.index !== index) return;
    if (memory.solved && !last.solved) setSaid(`Step ${index + 1} is done.`);
    else if (met.length > last.met)
      setSaid(
        <>
          Done: <span lang={lang}>{plain(met.at(-1)?.says ?? "")}</span>. {results.length - met.length} to go.
        </>,
      );
    else if (near !== "" && near !== last.near)
      setSaid(
        <>
          Nearly:
          {misses.map((told) => (
            <Fragment key={told}>
              {" "}
              <NearMiss told={told}>{plain(told)}</NearMiss>
            </Fragment>
          ))}
        </>,
      );
  }, [state.results, memory.solved, index, lang]);
  return (
    <p className="visually-hidden" role="status" aria-label="Progress of the lesson">
      {said}
    </p>
  );
}

function plain(text: string): string {
  return text.replaceAll("`", "");
}
