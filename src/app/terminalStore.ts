import { createStore, type StoreApi } from "zustand/vanilla";

export type TerminalLineKind = "prompt" | "stdout" | "stderr" | "note" | "mistake";

export interface TerminalLine {
  readonly id: number;
  readonly kind: TerminalLineKind;
  readonly text: string;
}

export interface TerminalState {
  readonly lines: readonly TerminalLine[];
  /** What was typed, oldest first. */
  readonly history: readonly string[];
  /** A line that something else than the keyboard puts into the prompt, where it waits for Enter; a new object for each. */
  readonly suggested: { readonly line: string } | null;
}

export interface TerminalActions {
  /** Appends text; it may hold several lines. What is printed without a newline is continued by the next text of its kind. */
  print(kind: TerminalLineKind, text: string): void;
  remember(line: string): void;
  clear(): void;
  suggest(line: string): void;
}

export type TerminalStore = StoreApi<TerminalState & TerminalActions>;

/** Older lines are dropped, so that a loop that prints cannot fill the page. */
const mostLines = 2000;

/** @param typed what was typed in earlier sittings, oldest first */
export function createTerminalStore(typed: readonly string[] = []): TerminalStore {
  let nextId = 1;
  let unfinished: TerminalLineKind | null = null;
  return createStore<TerminalState & TerminalActions>()((set) => ({
    lines: [],
    history: typed,
    suggested: null,
    print: (kind, text) =>
      set((state) => {
        const last = unfinished === kind ? state.lines.at(-1) : undefined;
        const before = last === undefined ? state.lines : state.lines.slice(0, -1);
        const added = `${last?.text ?? ""}${text.replace(/\n$/, "")}`
          .split("\n")
          .map((line): TerminalLine => ({ id: nextId++, kind, text: line }));
        unfinished = (kind === "stdout" || kind === "stderr") && !text.endsWith("\n") ? kind : null;
        return { lines: [...before, ...added].slice(-mostLines) };
      }),
    remember: (line) =>
      set((state) => ({
        history: state.history.at(-1) === line ? state.history : [...state.history, line].slice(-200),
      })),
    clear: () => set({ lines: [] }),
    suggest: (line) => set({ suggested: { line } }),
  }));
}
