import { useEffect, type ReactNode } from "react";
import { useStore } from "zustand";
import type { Embedding } from "../../app/embedding.ts";
import { useApp } from "../AppContext.ts";
import { EditorPane } from "../editor/EditorPane.tsx";
import { DatabaseStatus } from "../header/DatabaseStatus.tsx";
import { Logo } from "../header/Logo.tsx";
import { useResolvedTheme } from "../header/ThemeButton.tsx";
import { HistoryBand } from "../layout/HistoryBand.tsx";
import { LowerPane } from "../layout/LowerPane.tsx";
import { StagePane } from "../layout/StagePane.tsx";
import { useMediaQuery } from "../layout/useMediaQuery.ts";
import { LinkGate } from "../share/LinkGate.tsx";
import "./embed.css";

/** The page inside of somebody else's: the chosen panes, and the way out. */
export function EmbedLayout({ embedding }: { readonly embedding: Embedding }): ReactNode {
  const app = useApp();
  const name = useStore(app.workspace, (state) => state.name);
  const narrow = useMediaQuery("(max-width: 699px)");
  const theme = useResolvedTheme();
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  const { panes, address } = embedding;
  const code = panes.includes("code");
  const database = panes.includes("database");
  const terminal = panes.includes("terminal");
  return (
    <div className="page embed">
      <header className="embed-bar">
        <Logo />
        <h1 className="embed-name">{name}</h1>
        <DatabaseStatus />
        <a className="button" href={address} target="_blank" rel="noopener">
          Open in Stillroom
        </a>
      </header>
      <LinkGate />
      {panes.includes("history") && <HistoryBand />}
      <main className="embed-panes">
        {(code || terminal) && (
          <div className="embed-column">
            {code && <EditorPane plain={narrow} />}
            {terminal && <LowerPane withRun />}
          </div>
        )}
        {database && (
          <div className="embed-column">
            <StagePane />
          </div>
        )}
      </main>
    </div>
  );
}
