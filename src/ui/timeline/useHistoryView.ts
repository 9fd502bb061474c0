import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from "react";
import { watchView } from "../layout/watchView.ts";

/** Pixels of scrolling after which it is looked at again what is in view. */
const scrollGrain = 200;

/** What is seen of a picture that may be much wider than its box, in pixels. */
interface Seen {
  readonly width: number;
  readonly scroll: number;
}

const nothing: Seen = { width: 0, scroll: 0 };

export interface HistoryView {
  readonly box: RefObject<HTMLDivElement | null>;
  /** Its scroll changes in steps, so that scrolling renders now and then. */
  readonly rough: Seen;
  /** Exact, and known without having the browser lay out the page. */
  exact(): Seen;
  /** Scrolls so that a place which has moved can be seen, with room for what comes next; one that stays is not returned to. */
  follow(x: number, pictureWidth: number): void;
}

export function useHistoryView(): HistoryView {
  const box = useRef<HTMLDivElement>(null);
  const seen = useRef(nothing);
  const followed = useRef(Number.NaN);
  const scrolling = useRef(false);
  const [rough, setRough] = useState(nothing);

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    return watchView(element, () => {
      seen.current = { width: element.clientWidth, scroll: element.scrollLeft };
      const { width } = seen.current;
      const scroll = Math.round(seen.current.scroll / scrollGrain) * scrollGrain;
      setRough((before) => (before.width === width && before.scroll === scroll ? before : { width, scroll }));
    });
  }, []);

  const exact = useCallback(() => seen.current, []);
  const follow = useCallback((x: number, pictureWidth: number) => {
    const { width, scroll } = seen.current;
    if (box.current === null || width === 0 || x === followed.current) return;
    followed.current = x;
    if (pictureWidth <= width) return;
    const margin = Math.min(160, width / 4);
    const next = x < scroll + margin ? x - margin : x > scroll + width - margin ? x - width + margin : scroll;
    const least = Math.max(0, Math.min(next, pictureWidth - width));
    if (least === scroll) return;
    seen.current = { width, scroll: least };
    if (scrolling.current) return;
    scrolling.current = true;
    // To scroll lays the page out: after the frame that is under way, when nothing has to be laid out again.
    setTimeout(() => {
      scrolling.current = false;
      if (box.current !== null) box.current.scrollLeft = seen.current.scroll;
    });
  }, []);
  return { box, rough, exact, follow };
}
