import { useEffect, useId, useRef, type ReactNode } from "react";
import "./dialog.css";

/** Something over the page that waits for an answer; Escape and a press beside it close it. What has `data-first-focus` is focused. */
export function Dialog(props: {
  readonly title: string;
  readonly onClose: () => void;
  readonly wide?: boolean;
  /** Without a head; the title is said, not shown. */
  readonly bare?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const { title, onClose, wide = false, bare = false, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  /** The press began beside it: selecting text may end there as well. */
  const pressedBeside = useRef(false);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element === null || element.open) return;
    element.showModal();
    element.querySelector<HTMLElement>("[data-first-focus]")?.focus();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`dialog${wide ? " wide" : ""}${bare ? " bare" : ""}`}
      {...(bare ? { "aria-label": title } : { "aria-labelledby": id })}
      onClose={onClose}
      onPointerDown={(event) => {
        pressedBeside.current = event.target === dialog.current;
      }}
      onClick={(event) => {
        if (event.target === dialog.current && pressedBeside.current) dialog.current.close();
      }}
    >
      <div className="dialog-body">
        {!bare && (
          <div className="dialog-head">
            <h2 id={id}>{title}</h2>
            <button
              type="button"
              className="icon-button small"
              aria-label="Close"
              onClick={() => dialog.current?.close()}
            >
              ×
            </button>
          </div>
        )}
        {children}
      </div>
    </dialog>
  );
}
