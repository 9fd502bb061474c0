const isMac = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? "");

interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Whether a key press is what `keys` names, such as "Mod+K", "Shift+J" or "?". */
export function matchesKeys(keys: string, event: PressedKey): boolean {
  const parts = keys.split("+");
  const key = parts.at(-1) ?? "";
  const wants = (name: string): boolean => parts.slice(0, -1).includes(name);
  const isSymbol = /^[^a-z0-9]$/i.test(key);
  return (
    event.key.toLowerCase() === key.toLowerCase() &&
    (event.ctrlKey || event.metaKey) === wants("Mod") &&
    event.altKey === wants("Alt") &&
    (isSymbol || event.shiftKey === wants("Shift"))
  );
}

/** The keys as the keyboard names them: "Ctrl", "K". */
export function keyNames(keys: string): readonly string[] {
  return keys.split("+").map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part));
}

const names: Readonly<Record<string, string>> = {
  Mod: isMac ? "⌘" : "Ctrl",
  Shift: isMac ? "⇧" : "Shift",
  ArrowLeft: "←",
  ArrowRight: "→",
  Escape: "Esc",
};

/** A single key does something only where it does not write. */
export function isSingleKey(keys: string): boolean {
  return !keys.includes("Mod") && !/^F\d/.test(keys);
}
