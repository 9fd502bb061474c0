import { useEffect, useState, type ReactNode } from "react";
import { useStore } from "zustand";
import type { Drift } from "../../engine/commands/readDrift.ts";
import { useApp } from "../AppContext.ts";

/** Milliseconds without a change until it is read aloud: the strip follows every key, a voice cannot. */
const quietDelay = 1200;

/** The strip's news for those who hear it. */
export function DriftNarration(): ReactNode {
  const drift = useStore(useApp().drift, (state) => state.drift);
  const sentence = drift === null ? "" : driftSentence(drift);
  const [said, setSaid] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSaid(sentence), quietDelay);
    return () => clearTimeout(timer);
  }, [sentence]);
  return (
    <p className="visually-hidden" role="status">
      {said}
    </p>
  );
}

function driftSentence({ changes, unavailable, advice }: Drift): string {
  if (unavailable !== null) return [unavailable.message.split("\n")[0], unavailable.hint].filter(Boolean).join(" ");
  const questions = advice.filter(({ taken }) => !taken).length;
  const ask = questions === 0 ? "" : ` ${questions === 1 ? "1 thing" : `${questions} things`} to look at.`;
  if (changes.length === 0) return `Models match the database.${ask}`;
  const count = `${changes.length} ${changes.length === 1 ? "change" : "changes"}`;
  return `Models are ${count} ahead: ${changes.map(({ title }) => title).join(", ")}.${ask}`;
}
