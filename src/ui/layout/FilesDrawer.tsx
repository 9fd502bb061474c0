import { useEffect, useRef, type ReactNode } from "react";
import { FileTree } from "../files/FileTree.tsx";

/** The file tree over the page; Escape, a click beside it or an opened file closes it. */
export function FilesDrawer({ onClose }: { readonly onClose: () => void }): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element !== null && !element.open) element.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="drawer"
      aria-label="Files"
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <FileTree onOpened={onClose} />
    </dialog>
  );
}
