import type { ReactNode } from "react";
import { ProblemItem } from "./ProblemItem.tsx";
import { useFindings } from "./useFindings.ts";
import { useProblems } from "./useProblems.ts";

export function ProblemsPane(): ReactNode {
  const problems = useProblems();
  const findings = useFindings();
  if (problems.length + findings.length === 0) return <p className="empty">No problems.</p>;
  return (
    <div className="scroll-pane">
      {problems.length > 0 && (
        <ul className="problem-list" aria-label="Problems">
          {problems.map((problem) => (
            <ProblemItem
              key={`${problem.message}${problem.location?.path}${problem.location?.line}`}
              problem={problem}
            />
          ))}
        </ul>
      )}
      {findings.length > 0 && (
        <>
          <h3 className="pane-title">Underlined in the code, before anything has run</h3>
          <ul className="problem-list" aria-label="Underlined in the code">
            {findings.map((finding) => (
              <ProblemItem
                key={`${finding.message}${finding.location.path}${finding.location.line}:${finding.location.column}`}
                problem={finding}
              />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
