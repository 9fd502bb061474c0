import "./ui/theme/tokens.css";
import "./ui/theme/base.css";
import "./ui/layout/shell.css";
import { openAddress } from "./page/openAddress.tsx";
import { openBrought } from "./page/openBrought.ts";
import { openInstead, orStart } from "./page/openInstead.ts";
import { losesEdits, openApp } from "./page/openWorkspace.tsx";
import { openPageLibrary, pageStorage } from "./page/pageParts.ts";
import { applyInitialTheme } from "./ui/theme/initialTheme.ts";
import type { Brought } from "./workspace/import/readBrought.ts";

document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") void openApp()?.settle();
});
window.addEventListener("beforeunload", (event) => {
  const app = openApp();
  if (app?.keeper.kept.getState().kind !== "saving" && !losesEdits()) return;
  void app?.settle();
  event.preventDefault();
});
window.addEventListener("hashchange", () => location.reload());
window.addEventListener("stillroom:open", (event) => {
  if (event instanceof CustomEvent && typeof event.detail === "string") void openInstead(event.detail, openAddress);
});
window.addEventListener("stillroom:go", (event) => {
  if (!(event instanceof CustomEvent) || typeof event.detail !== "string") return;
  const hash = event.detail;
  void openPageLibrary().then(({ kind }) => {
    // Where the browser keeps nothing, a page that starts afresh would have none of the workspaces of this one.
    if (kind === "memory") return openInstead(hash, openAddress);
    history.pushState(null, "", `${location.pathname}${location.search}${hash}`);
    return location.reload();
  });
});
window.addEventListener("stillroom:bring", (event) => {
  if (event instanceof CustomEvent) void openInstead("", () => openBrought(event.detail as Brought));
});
applyInitialTheme(pageStorage());
void orStart(openAddress);
