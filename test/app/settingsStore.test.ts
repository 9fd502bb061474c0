import { expect, it } from "vitest";
import { createSettingsStore } from "../../src/app/settingsStore.ts";
import type { KeyValueStorage } from "../../src/lessons/progress/progress.ts";

it("keeps what two tabs have chosen, one after the other", () => {
  const items = new Map<string, string>();
  const storage: KeyValueStorage = {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
  };
  const first = createSettingsStore(storage);
  const second = createSettingsStore(storage);
  first.setState({ theme: "dark" });
  second.setState({ speed: 2, stageTab: "sql" });
  expect(createSettingsStore(storage).getState()).toMatchObject({ theme: "dark", speed: 2, stageTab: "schema" });
});
