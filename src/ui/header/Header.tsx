import { useEffect, useState, type ReactNode } from "react";
import { ShareDialog } from "../share/ShareDialog.tsx";
import { DatabaseStatus } from "./DatabaseStatus.tsx";
import { KeptStatus } from "./KeptStatus.tsx";
import { Logo } from "./Logo.tsx";
import { ThemeButton } from "./ThemeButton.tsx";
import { WorkspaceMenu } from "./WorkspaceMenu.tsx";
import "./header.css";

export function Header({ onOpenFiles }: { readonly onOpenFiles?: (() => void) | undefined }): ReactNode {
  const [sharing, setSharing] = useState(false);
  useEffect(() => {
    const share = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      setSharing(true);
    };
    const asked = () => setSharing(true);
    window.addEventListener("keydown", share);
    window.addEventListener("stillroom:share", asked);
    return () => {
      window.removeEventListener("keydown", share);
      window.removeEventListener("stillroom:share", asked);
    };
  }, []);
  return (
    <header className="header">
      {onOpenFiles !== undefined && (
        <button type="button" className="icon-button" aria-label="Files" title="Files" onClick={onOpenFiles}>
          <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
            <path d="M2 4h12M2 8h12M2 12h12" stroke="currentColor" strokeWidth="1.500" strokeLinecap="round" />
          </svg>
        </button>
      )}
      <Logo />
      <h1 className="product">Stillroom</h1>
      <span className="faint separator" aria-hidden="true">
        /
      </span>
      <WorkspaceMenu />
      <span className="chip language">TypeScript</span>
      <KeptStatus />
      <DatabaseStatus />
      <button type="button" className="button" onClick={() => setSharing(true)}>
        Share <kbd className="wide-only">Ctrl S</kbd>
      </button>
      <ThemeButton />
      {sharing && <ShareDialog onClose={() => setSharing(false)} />}
    </header>
  );
}
