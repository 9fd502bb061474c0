/** Sets the theme before anything is drawn: what the reader chose, or what the system has. */
export function applyInitialTheme(storage: Storage | null): void {
  const chosen = /"theme":"(light|dark)"/.exec(storage?.getItem("stillroom.settings.1") ?? "")?.[1];
  const system = window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  document.documentElement.dataset.theme = chosen ?? system;
}
