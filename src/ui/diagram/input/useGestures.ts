import { useEffect, useLayoutEffect, useRef } from "react";
import { attachGestures, type GestureHandlers } from "./attachGestures.ts";

/** Gestures on an element, always told to the latest handlers. */
export function useGestures(element: SVGSVGElement | null, handlers: GestureHandlers): void {
  const latest = useRef(handlers);
  useLayoutEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => (element === null ? undefined : attachGestures(element, () => latest.current)), [element]);
}
