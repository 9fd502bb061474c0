import { createStore, type StoreApi } from "zustand/vanilla";
import type { KeyValueStorage } from "../lessons/progress/progress.ts";
import { remember, remembered } from "./remembered.ts";
import { speeds, type Speed } from "./playback/player.ts";

export type Theme = "system" | "light" | "dark";
export type StageTab = "schema" | "data" | "sql" | "differences";
export type LowerTab = "terminal" | "problems" | "run" | "proof";
export type RunTab = "run" | "proof" | "notices";
export type PhonePane = "lesson" | "code" | "files" | "stage" | "terminal";

export interface Settings {
  readonly theme: Theme;
  readonly stageTab: StageTab;
  readonly lowerTab: LowerTab;
  readonly phonePane: PhonePane;
  readonly runTab: RunTab;
  /** How fast runs play. */
  readonly speed: Speed;
  /** Whether single letters are shortcuts where nothing is written. */
  readonly singleKeys: boolean;
  /** Sizes in percent by panel, by group of panels. */
  readonly layouts: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export type SettingsStore = StoreApi<Settings>;

const key = "stillroom.settings.1";
const standard: Settings = {
  theme: "system",
  stageTab: "schema",
  lowerTab: "terminal",
  phonePane: "code",
  runTab: "run",
  speed: 1,
  singleKeys: true,
  layouts: {},
};

const keptSettings = ["theme", "speed", "singleKeys", "layouts"] as const;

/**
 * Theme, speed, keys and sizes of the panes are kept where the browser keeps anything; the tabs begin anew. What another tab of the page
 * has chosen meanwhile stays.
 */
export function createSettingsStore(storage: KeyValueStorage | null): SettingsStore {
  const store = createStore<Settings>()(() => ({ ...standard, ...load(storage) }));
  store.subscribe((settings, before) => {
    const changed = keptSettings.filter((name) => settings[name] !== before[name]);
    if (changed.length === 0) return;
    const choices = Object.fromEntries(changed.map((name) => [name, settings[name]]));
    remember(storage, key, JSON.stringify({ ...load(storage), ...choices }));
  });
  return store;
}

function load(storage: KeyValueStorage | null): Partial<Settings> {
  try {
    const value: unknown = JSON.parse(remembered(storage, key) ?? "null");
    if (typeof value !== "object" || value === null) return {};
    const { theme, speed, singleKeys, layouts } = value as Record<string, unknown>;
    return {
      ...(theme === "light" || theme === "dark" ? { theme } : {}),
      ...(speeds.some((known) => known === speed) ? { speed: speed as Speed } : {}),
      ...(typeof singleKeys === "boolean" ? { singleKeys } : {}),
      ...(isLayouts(layouts) ? { layouts } : {}),
    };
  } catch {
    return {};
  }
}

function isLayouts(value: unknown): value is Settings["layouts"] {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.values(value).every(
      (layout: unknown) =>
        typeof layout === "object" &&
        layout !== null &&
        Object.values(layout).every((size) => typeof size === "number"),
    )
  );
}
