import type { ReactNode } from "react";
import { useStore } from "zustand";
import { useApp } from "../AppContext.ts";
import { TakeHomeDialog } from "../takeHome/TakeHomeDialog.tsx";
import { ShareDialog } from "../share/ShareDialog.tsx";
import { PaletteDialog } from "./PaletteDialog.tsx";
import { ShortcutSheet } from "./ShortcutSheet.tsx";
import { useShortcuts } from "./useShortcuts.ts";

/** What the page's keys and buttons open over it. */
export function PageDialogs(): ReactNode {
  const { dialog } = useApp();
  const open = useStore(dialog, (state) => state.open);
  const close = () => dialog.setState({ open: null });
  useShortcuts();
  switch (open) {
    case null:
      return null;
    case "palette":
      return <PaletteDialog onClose={close} />;
    case "shortcuts":
      return <ShortcutSheet onClose={close} />;
    case "share":
      return <ShareDialog onClose={close} />;
    case "takeHome":
      return <TakeHomeDialog onClose={close} />;
  }
}
