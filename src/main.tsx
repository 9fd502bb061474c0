import "./ui/theme/tokens.css";
import "./ui/theme/base.css";
import "./ui/layout/shell.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createApp } from "./app/createApp.ts";
import { pageClock } from "./app/playback/playbackClock.ts";
import { App } from "./ui/App.tsx";
import { AppContext } from "./ui/AppContext.ts";
import { startEngine } from "./worker/startEngine.ts";
import { starters } from "./workspace/starters/starters.ts";

function browserStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

const [first, ...others] = starters;
const root = document.getElementById("root");
if (first === undefined || root === null) throw new Error("the page is incomplete");

const app = createApp({
  startEngine,
  starters: [first, ...others],
  clock: pageClock,
  storage: browserStorage(),
});
app.start();
createRoot(root).render(
  <StrictMode>
    <AppContext value={app}>
      <App />
    </AppContext>
  </StrictMode>,
);
