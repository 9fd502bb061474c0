import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import "./menu.css";

/** Where a menu stands, in pixels of the window. */
export interface MenuPlace {
  readonly left: number;
  readonly top: number;
}

/** A list of actions: arrow keys move, Escape and a press elsewhere close it, the first item has the focus. */
export function Menu(props: {
  readonly label: string;
  /** Absent: below the element that it is drawn in. */
  readonly place?: MenuPlace;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const { label, place, onClose, children } = props;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    const leave = (event: PointerEvent) => {
      if (event.target instanceof Node && box.current?.parentElement?.contains(event.target) !== true) onClose();
    };
    box.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus();
    document.addEventListener("pointerdown", leave);
    return () => {
      document.removeEventListener("pointerdown", leave);
      if (
        opener instanceof HTMLElement &&
        (document.activeElement === document.body || document.activeElement === null)
      )
        opener.focus();
    };
  }, [onClose]);
  const move = (event: KeyboardEvent) => {
    const items = [...(box.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
    const index = items.findIndex((item) => item === document.activeElement);
    const target = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: items.length - 1 }[event.key];
    if (event.key === "Escape") onClose();
    else if (target === undefined) return;
    else items[(target + items.length) % items.length]?.focus();
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={box}
      role="menu"
      tabIndex={-1}
      aria-label={label}
      className={place === undefined ? "menu" : "menu placed"}
      style={place === undefined ? {} : { left: place.left, top: place.top }}
      onKeyDown={move}
    >
      {children}
    </div>
  );
}

export function MenuItem(props: {
  readonly title: ReactNode;
  readonly description?: string;
  /** The command that it types. */
  readonly command?: string;
  readonly onChoose: () => void;
  /** Called when it is pointed at or focused, and with false when no more. */
  readonly onPreview?: (shown: boolean) => void;
}): ReactNode {
  const { title, description, command, onChoose, onPreview } = props;
  return (
    <button
      type="button"
      role="menuitem"
      className="menu-item"
      onClick={onChoose}
      onPointerEnter={() => onPreview?.(true)}
      onPointerLeave={() => onPreview?.(false)}
      onFocus={() => onPreview?.(true)}
      onBlur={() => onPreview?.(false)}
    >
      <strong>{title}</strong>
      {command !== undefined && <code>{command}</code>}
      {description !== undefined && <span>{description}</span>}
    </button>
  );
}

export function MenuTitle({ children }: { readonly children: ReactNode }): ReactNode {
  return <p className="menu-title">{children}</p>;
}
