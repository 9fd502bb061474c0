import type { ReactNode } from "react";
import { useStore } from "zustand";
import type { RevisionProof, SchemaDifference } from "../../engine/proof/revisionProof.ts";
import { useApp } from "../AppContext.ts";
import { ProblemItem } from "../problems/ProblemItem.tsx";
import { lossText, verdictSign, verdictTone, verdictWord } from "./proofWords.ts";
import "./proof.css";

/** Each revision, run up, down and up again in a transaction that was rolled back. */
export function ProofPane(): ReactNode {
  const app = useApp();
  const { proofs, running, unavailable } = useStore(app.proof);
  const project = useStore(app.engine, (state) => state.project);
  const busy = useStore(app.engine, (state) => state.running !== null);
  const revisions = project?.revisions ?? [];
  const known = revisions.flatMap(({ revision, doc }) => {
    const proof = proofs.get(revision);
    return proof === undefined ? [] : [{ proof, doc }];
  });
  return (
    <div className="scroll-pane proof-pane">
      <div className="proof-head">
        <p className="dim">
          Each revision runs up, down and up again in a transaction that is rolled back. Your database stays as it is.
        </p>
        <button
          type="button"
          className="button"
          disabled={running || busy || revisions.length === 0}
          onClick={() => void app.proveAll()}
        >
          {running ? "Proving…" : "Prove all"}
        </button>
      </div>
      {unavailable !== null && (
        <ul className="problem-list">
          <ProblemItem problem={unavailable} />
        </ul>
      )}
      {known.length === 0 && !running && unavailable === null && <p className="empty">Nothing has been proven yet.</p>}
      <ul className="proof-list" aria-label="Proofs">
        {known.map(({ proof, doc }) => (
          <ProofItem key={proof.revision} proof={proof} doc={doc} />
        ))}
      </ul>
    </div>
  );
}

function ProofItem({ proof, doc }: { readonly proof: RevisionProof; readonly doc: string }): ReactNode {
  const { revision, verdict, reason, differences, losses, rowsCompared } = proof;
  return (
    <li className="proof-item">
      <p>
        <strong>{doc || revision}</strong> <span className="run-id">{revision.slice(0, 12)}</span>{" "}
        <span className={`proof-badge ${verdictTone[verdict]}`}>
          <span aria-hidden="true">{verdictSign[verdict]}</span> {verdictWord[verdict]}
        </span>
      </p>
      {reason !== null && <p className="dim">{reason}</p>}
      {losses.length > 0 && (
        <ul aria-label="Lost">
          {losses.map((loss) => (
            <li key={`${loss.by}${loss.table}${loss.column ?? ""}`}>
              The {loss.by} {lossText(loss)}.
            </li>
          ))}
        </ul>
      )}
      {differences.length > 0 && (
        <ul aria-label="Differences">
          {differences.map((difference) => (
            <li key={`${difference.sign}${difference.text}`}>{differenceText(difference)}</li>
          ))}
        </ul>
      )}
      {!rowsCompared && (verdict === "reversible" || verdict === "losesData") && (
        <p className="faint">There are too many rows to compare each; they were counted.</p>
      )}
    </li>
  );
}

function differenceText({ sign, text }: SchemaDifference): string {
  switch (sign) {
    case "-":
      return `− ${text} does not come back`;
    case "+":
      return `+ ${text} is left over`;
    case "~":
      return `~ ${text} comes back different`;
  }
}
