import { useEffect, type ReactNode } from "react";
import { useStore } from "zustand";
import type { Theme } from "../../app/settingsStore.ts";
import { useApp } from "../AppContext.ts";
import { useMediaQuery } from "../layout/useMediaQuery.ts";

const next: Readonly<Record<Theme, Theme>> = { system: "light", light: "dark", dark: "system" };
const names: Readonly<Record<Theme, string>> = { system: "as the system", light: "light", dark: "dark" };

export function ThemeButton(): ReactNode {
  const { settings } = useApp();
  const theme = useStore(settings, (state) => state.theme);
  const resolved = useResolvedTheme();
  useEffect(() => {
    document.documentElement.dataset.theme = resolved;
  }, [resolved]);
  const label = `Theme: ${names[theme]}. Change to ${names[next[theme]]}`;
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={label}
      onClick={() => settings.setState({ theme: next[theme] })}
    >
      <svg width="15" height="15" viewBox="0 0 16 16" aria-hidden="true">
        <circle
          cx="8"
          cy="8"
          r="6.200"
          fill={theme === "dark" ? "currentColor" : "none"}
          stroke="currentColor"
          strokeWidth="1.500"
        />
        {theme === "system" && <path d="M8 1.800a6.200 6.200 0 0 1 0 12.400z" fill="currentColor" />}
      </svg>
    </button>
  );
}

export function useResolvedTheme(): "light" | "dark" {
  const theme = useStore(useApp().settings, (state) => state.theme);
  const dark = useMediaQuery("(prefers-color-scheme: dark)");
  if (theme === "system") return dark ? "dark" : "light";
  return theme;
}
