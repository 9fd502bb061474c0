import type { ReactNode } from "react";
import { ProblemItem } from "./ProblemItem.tsx";
import { useProblems } from "./useProblems.ts";

export function ProblemsPane(): ReactNode {
  const problems = useProblems();
  if (problems.length === 0) return <p className="empty">No problems.</p>;
  return (
    <div className="scroll-pane">
      <ul className="problem-list" aria-label="Problems">
        {problems.map((problem) => (
          <ProblemItem key={`${problem.message}${problem.location?.path}${problem.location?.line}`} problem={problem} />
        ))}
      </ul>
    </div>
  );
}
