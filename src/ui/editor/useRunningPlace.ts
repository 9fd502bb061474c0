import { useDeferredValue } from "react";
import type { SourceLocation } from "../../engine/errors.ts";
import { useShownMoment } from "../timeline/useShownMoment.ts";

/** The line whose statement the page shows right now; null when it shows the present. */
export function useRunningPlace(): SourceLocation | null {
  return useDeferredValue(useShownMoment()?.moment.location ?? null);
}
