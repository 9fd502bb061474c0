import { useCallback, useMemo, useState } from "react";
import { useStore } from "zustand";
import type { RevisionSummary } from "../../worker/messages.ts";
import { useApp } from "../AppContext.ts";
import type { Fold } from "./foldHistory.ts";
import { layoutHistory, type HistoryLayout } from "./layoutHistory.ts";

/** Runs up to this many steps are shown whole, however long the history is. */
const mostShownSteps = 30;

export interface FoldedHistory {
  readonly layout: HistoryLayout;
  /** Whether the reader has opened a fold. */
  readonly unfolded: boolean;
  readonly open: (fold: Fold) => void;
  readonly foldAgain: () => void;
}

/** The history's layout, folded around where the database is and where the shown run leads. */
export function useHistoryLayout(revisions: readonly RevisionSummary[]): FoldedHistory {
  const { engine, player } = useApp();
  const heads = useStore(engine, (state) => state.project?.database.heads ?? none);
  const recording = useStore(player.store, (state) => (state.mode === "now" ? null : state.recording));
  const [opened, setOpened] = useState<ReadonlySet<string>>(nothingOpened);
  const keep = useMemo(() => {
    const steps = recording?.steps ?? [];
    const kept = steps.length <= mostShownSteps ? steps : [];
    return new Set([
      ...heads,
      ...(steps[0]?.fromHeads ?? []),
      ...(steps.at(-1)?.toHeads ?? []),
      ...kept.map(({ revision }) => revision),
    ]);
  }, [heads, recording]);
  const layout = useMemo(() => layoutHistory(revisions, { keep, opened }), [revisions, keep, opened]);
  const open = useCallback(
    (fold: Fold) => setOpened((before) => new Set([...before, ...fold.revisions.map(({ revision }) => revision)])),
    [],
  );
  const foldAgain = useCallback(() => setOpened(nothingOpened), []);
  return { layout, unfolded: opened.size > 0, open, foldAgain };
}

const none: readonly string[] = [];
const nothingOpened: ReadonlySet<string> = new Set();
