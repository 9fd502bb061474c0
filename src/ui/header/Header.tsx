import type { ReactNode } from "react";
import { useApp } from "../AppContext.ts";
import { keyNames } from "../actions/keys.ts";
import { DatabaseStatus } from "./DatabaseStatus.tsx";
import { KeptStatus } from "./KeptStatus.tsx";
import { LanguageMenu } from "./LanguageMenu.tsx";
import { Logo } from "./Logo.tsx";
import { ThemeButton } from "./ThemeButton.tsx";
import { WorkspaceMenu } from "./WorkspaceMenu.tsx";
import "./header.css";

export function Header({ onOpenFiles }: { readonly onOpenFiles?: (() => void) | undefined }): ReactNode {
  const { dialog } = useApp();
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
      <LanguageMenu />
      <KeptStatus />
      <DatabaseStatus />
      <button type="button" className="button" onClick={() => dialog.setState({ open: "share" })}>
        Share
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label="Find a command"
        title={`Find a command (${keyNames("Mod+K").join(" ")})`}
        onClick={() => dialog.setState({ open: "palette" })}
      >
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
          <path
            d="M7 2.500a4.500 4.500 0 1 0 0 9a4.500 4.500 0 1 0 0 -9M10.300 10.300L14 14"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.500"
            strokeLinecap="round"
          />
        </svg>
      </button>
      <ThemeButton />
    </header>
  );
}
