import { useMemo } from "react";
import { useStore } from "zustand";
import { useApp } from "../AppContext.ts";
import { lossText } from "./proofWords.ts";

/** What taking the revisions back was seen to lose, such as "drops posts.content: 12 values". */
export function useDowngradeLosses(revisions: readonly string[]): readonly string[] {
  const proofs = useStore(useApp().proof, (state) => state.proofs);
  return useMemo(
    () =>
      revisions.flatMap((revision) =>
        (proofs.get(revision)?.losses ?? []).filter(({ by }) => by === "downgrade").map(lossText),
      ),
    [proofs, revisions],
  );
}
