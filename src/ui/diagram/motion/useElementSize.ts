import { useLayoutEffect, useState } from "react";
import type { Canvas } from "../geometry/rect.ts";

/** Pixels of the page's letters where a drawing is drawn as it is. */
const usualLetters = 13;

/** What an element has room for, kept up to date; null before it is measured and while it is not shown. */
export function useElementSize(element: HTMLElement | null): Canvas | null {
  const [size, setSize] = useState<Canvas | null>(null);
  useLayoutEffect(() => {
    if (element === null) return undefined;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width === 0 || height === 0) return;
      const lifeSize = Number.parseFloat(getComputedStyle(element).fontSize) / usualLetters || 1;
      setSize((before) =>
        before?.width === width && before.height === height && before.lifeSize === lifeSize
          ? before
          : { width, height, lifeSize },
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
