import { useCallback, useState } from "react";
import type { KeyValueStorage } from "../../lessons/progress/progress.ts";

/** A choice that the browser remembers, and how another one is made. Both functions must stay the same. */
export function useRemembered<Choice>(
  storage: KeyValueStorage | null,
  read: (storage: KeyValueStorage | null) => Choice,
  keep: (storage: KeyValueStorage | null, choice: Choice) => void,
): readonly [Choice, (choice: Choice) => void] {
  const [chosen, setChosen] = useState(() => read(storage));
  const choose = useCallback(
    (choice: Choice): void => {
      keep(storage, choice);
      setChosen(choice);
    },
    [storage, keep],
  );
  return [chosen, choose];
}
