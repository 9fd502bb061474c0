import type { ReactNode } from "react";
import { useStore } from "zustand";
import { useApp } from "../AppContext.ts";
import { shortVerdict, verdictSign, verdictTone } from "./proofWords.ts";
import "./proof.css";

/** What has been proven of a revision, below its id in the history; nothing before it has been. */
export function ProofBadge({ revision }: { readonly revision: string }): ReactNode {
  const proof = useStore(useApp().proof, (state) => state.proofs.get(revision));
  if (proof === undefined) return null;
  return (
    <span className={`proof-badge ${verdictTone[proof.verdict]}`}>
      <span aria-hidden="true">{verdictSign[proof.verdict]}</span> {shortVerdict(proof)}
    </span>
  );
}
