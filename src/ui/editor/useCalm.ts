import { useEffect, useRef, useState } from "react";

/** The value, changed at once after a pause and otherwise no more often than every `interval` milliseconds. */
export function useCalm<Value>(value: Value, interval: number): Value {
  const [calm, setCalm] = useState(value);
  const changed = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const wait = changed.current + interval - performance.now();
    const take = (): void => {
      changed.current = performance.now();
      setCalm(value);
    };
    if (wait <= 0) {
      take();
      return undefined;
    }
    const timer = setTimeout(take, wait);
    return () => clearTimeout(timer);
  }, [value, interval]);
  return calm;
}
