import { useLayoutEffect, useState, type RefObject } from "react";
import { watchView } from "../layout/watchView.ts";

/** Height of a row in pixels, as files.css has it. */
export const rowHeight = 24;
/** A tree with fewer rows is drawn whole. */
const fewRows = 200;
const overscan = 20;

/** Which rows of a long list are drawn: those in view and some on both sides. null: all of them. */
export function useRowWindow(
  box: RefObject<HTMLElement | null>,
  count: number,
): { readonly first: number; readonly last: number } | null {
  const [view, setView] = useState({ first: 0, last: 2 * overscan });
  const long = count > fewRows;
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null || !long) return undefined;
    const measure = (): void => {
      const middle = Math.round(element.scrollTop / rowHeight / overscan) * overscan;
      const first = middle - overscan;
      const last = middle + Math.ceil(element.clientHeight / rowHeight) + overscan;
      setView((before) => (before.first === first && before.last === last ? before : { first, last }));
    };
    return watchView(element, measure);
  }, [box, long]);
  return long ? view : null;
}
