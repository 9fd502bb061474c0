import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import type { ExportFormat } from "./export/exportDiagram.ts";

const formats: readonly { readonly format: ExportFormat; readonly name: string; readonly what: string }[] = [
  { format: "svg", name: "SVG", what: "sharp at every size" },
  { format: "png", name: "PNG", what: "an image, twice the size" },
];

/** A button that opens the choice of formats above itself. */
export function ExportMenu({ onExport }: { readonly onExport: (format: ExportFormat) => void }): ReactNode {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    const leave = (event: Event): void => {
      if (event.target instanceof Node && box.current?.contains(event.target) !== true) setOpen(false);
    };
    document.addEventListener("pointerdown", leave);
    document.addEventListener("focusin", leave);
    itemsOf(box.current)[0]?.focus();
    return () => {
      document.removeEventListener("pointerdown", leave);
      document.removeEventListener("focusin", leave);
    };
  }, [open]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!open) return;
    if (event.key === "Escape") {
      event.stopPropagation();
      setOpen(false);
      button.current?.focus();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const items = itemsOf(box.current);
    const index = items.findIndex((item) => item === document.activeElement);
    items[(index + step + items.length) % items.length]?.focus();
  };
  return (
    <div className="diagram-export" ref={box} onKeyDown={onKeyDown}>
      <button
        ref={button}
        type="button"
        className="diagram-control wide"
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        Export
      </button>
      {open && (
        <div className="diagram-menu" role="menu" aria-label="Export as">
          {formats.map(({ format, name, what }) => (
            <button
              key={format}
              type="button"
              role="menuitem"
              className="diagram-menu-item"
              onClick={() => {
                setOpen(false);
                button.current?.focus();
                onExport(format);
              }}
            >
              <strong>{name}</strong>
              <span>{what}</span>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function itemsOf(box: HTMLElement | null): readonly HTMLElement[] {
  return [...(box?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
}
