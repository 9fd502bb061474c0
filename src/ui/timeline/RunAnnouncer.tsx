import { useEffect, useState, type ReactNode } from "react";
import { hasFailed, type Recording } from "../../app/playback/recording.ts";
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
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), pause);
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
      return "Rolled back, nothing has changed";
  }
}

function summary(recording: Recording): string {
  if (hasFailed(recording)) return "The run failed and was rolled back";
  const count = recording.steps.length;
  return `${recording.command} done, ${count} ${count === 1 ? "step" : "steps"}`;
}
