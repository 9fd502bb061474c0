import type { ReactNode } from "react";
import type { CheckResult } from "../../lessons/checks/evaluateChecks.ts";
import { MarkdownLine } from "./Markdown.tsx";
import { NearMiss } from "./NearMiss.tsx";
import { useShownStep } from "./useLesson.ts";

/** What the step waits for. Each ticks by itself; what is nearly right says what is missing. */
export function StepChecks(): ReactNode {
  const { state, step, memory } = useShownStep();
  const results: readonly CheckResult[] = step.checks.map(({ says }, index) =>
    memory.solved
      ? { says, met: true, nearMiss: null }
      : (state.results?.[index] ?? { says, met: false, nearMiss: null }),
  );
  return (
    <ul className="checks" aria-label="What this step waits for">
      {results.map((result, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- checks have no other identity than their place
        <CheckItem key={index} result={result} />
      ))}
    </ul>
  );
}

const shapes = {
  met: { sign: "✓", word: "done: " },
  near: { sign: "≈", word: "nearly: " },
  open: { sign: "", word: "not yet: " },
} as const;

function CheckItem({ result: { says, met, nearMiss } }: { readonly result: CheckResult }): ReactNode {
  const { lang } = useShownStep();
  const state = met ? "met" : nearMiss === null ? "open" : "near";
  const { sign, word } = shapes[state];
  return (
    <li className={`check ${state}`}>
      <span className="check-sign" aria-hidden="true">
        {sign}
      </span>
      <div>
        <span className="visually-hidden">{word}</span>
        <span lang={lang}>
          <MarkdownLine text={says} />
        </span>
        {nearMiss !== null && (
          <p className="near-miss">
            <NearMiss told={nearMiss}>
              <MarkdownLine text={nearMiss} />
            </NearMiss>
          </p>
        )}
      </div>
    </li>
  );
}
