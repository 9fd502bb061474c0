import { useEffect, useRef, useState, type ReactNode } from "react";
import type { Recording } from "../../app/playback/recording.ts";
import type { Moment } from "../../app/playback/moment.ts";
import { useStore } from "zustand";
import { useApp } from "../AppContext.ts";

/** Milliseconds between two announcements, so that a long run can be followed by ear. */
const pause = 900;

/** Says what a run does for those who do not see it. */
export function RunAnnouncer(): ReactNode {
  const { player } = useApp();
  const text = useStore(player.store, ({ recording, mode, position }) => {
    const moment = recording?.moments[position];
    if (recording === null || moment === undefined) return "";
    return mode === "now" ? summary(recording) : announcement(recording, moment);
  });
  const [said, setSaid] = useState("");
  const lastTime = useRef(0);
  useEffect(() => {
    const say = (): void => {
      lastTime.current = performance.now();
      setSaid(text);
    };
    const timer = setTimeout(say, lastTime.current + pause - performance.now());
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p className="visually-hidden" role="status">
      {said}
    </p>
  );
}

function announcement(recording: Recording, moment: Moment): string {
  const step = `${moment.stepIndex + 1} of ${recording.steps.length}`;
  switch (moment.kind) {
    case "start":
      return `${recording.command} starts`;
    case "statement":
      return `${step}: ${moment.title}`;
    case "stepFinished":
      return `${step}: ${recording.steps[moment.stepIndex]?.doc ?? ""} done`;
    case "failed":
      return `${step} failed: ${moment.error?.message ?? moment.title}`;
    case "rolledBack":
      return moment.title;
  }
}

function summary(recording: Recording): string {
  const { moments, steps } = recording;
  const last = moments.at(-1);
  const failed = moments.at(last?.kind === "rolledBack" ? -2 : -1)?.kind === "failed";
  if (failed) return last?.kind === "rolledBack" ? `The run failed and was ${last.title}` : "The run failed";
  const count = steps.length;
  if (last?.kind === "rolledBack") return `${recording.command} was ${last.title}`;
  return `${recording.command} done, ${count} ${count === 1 ? "step" : "steps"}`;
}
