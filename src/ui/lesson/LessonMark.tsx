import type { ReactNode } from "react";

/** How much of a lesson is solved: a flask, seen from above, that fills. */
export function LessonMark({ solved, steps }: { readonly solved: number; readonly steps: number }): ReactNode {
  const share = steps === 0 ? 0 : Math.min(1, solved / steps);
  return (
    <svg
      className={`lesson-mark${share === 1 ? " full" : ""}`}
      width="18"
      height="18"
      viewBox="0 0 18 18"
      aria-hidden="true"
    >
      <circle cx="9" cy="9" r="7.250" />
      {share > 0 && share < 1 && <path d={wedge(share)} />}
      {share === 1 && <path className="tick" d="M5.500 9.300l2.400 2.400 4.600-5" />}
    </svg>
  );
}

function wedge(share: number): string {
  const angle = share * 2 * Math.PI;
  const x = 9 + 5 * Math.sin(angle);
  const y = 9 - 5 * Math.cos(angle);
  return `M9 9 V4 A5 5 0 ${share > 0.5 ? 1 : 0} 1 ${x.toFixed(2)} ${y.toFixed(2)} Z`;
}
