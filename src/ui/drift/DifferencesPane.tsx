import type { ReactNode } from "react";
import { useStore } from "zustand";
import { useApp } from "../AppContext.ts";
import { ProblemItem } from "../problems/ProblemItem.tsx";
import { AdviceList } from "./AdviceList.tsx";
import { changeSign, changeTone, changeWord } from "./changeTone.ts";
import "./drift.css";

/** Every change that a revision would hold now, with its reason. */
export function DifferencesPane(): ReactNode {
  const drift = useStore(useApp().drift, (state) => state.drift);
  if (drift === null) return <p className="empty">Comparing models and database…</p>;
  const { changes, unavailable, hints, advice } = drift;
  return (
    <div className="scroll-pane">
      {unavailable !== null && (
        <ul className="problem-list">
          <ProblemItem problem={unavailable} />
        </ul>
      )}
      {unavailable === null && changes.length === 0 && <p className="empty">Models match the database.</p>}
      {changes.length > 0 && (
        <ul className="differences" aria-label="Differences between models and database">
          {changes.map((change) => (
            <li key={`${change.sign}${change.title}`}>
              <span className={`sign ${changeTone[change.sign]}`}>
                <span aria-hidden="true">{changeSign[change.sign]}</span>
                <span className="visually-hidden">{changeWord[change.sign]}: </span>
              </span>
              <div>
                <p className="difference-title">{change.title}</p>
                {change.reason !== "" && <p className="dim">{change.reason}</p>}
              </div>
            </li>
          ))}
        </ul>
      )}
      <AdviceList advice={advice} />
      {hints.length > 0 && (
        <>
          <h3 className="pane-title">Hints</h3>
          <ul className="problem-list" aria-label="Hints">
            {hints.map((hint) => (
              <ProblemItem key={hint.message} problem={hint} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
