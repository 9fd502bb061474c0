import type { ReactNode } from "react";
import { Timeline } from "../timeline/Timeline.tsx";

/** The band across the whole width that holds the history. */
export function HistoryBand(): ReactNode {
  return (
    <section className="history-band" aria-label="History">
      <Timeline />
    </section>
  );
}
