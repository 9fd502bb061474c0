import { useEffect, type KeyboardEvent, type ReactNode } from "react";
import { reveal } from "./reveal.ts";
import "./tabs.css";

export interface TabDescription<Id extends string> {
  readonly id: Id;
  readonly label: ReactNode;
  /** A count that stands behind the label. */
  readonly badge?: { readonly text: string; readonly title: string; readonly tone: "changed" | "removed" | "neutral" };
}

/** A row of tabs; the panels are named `${group}-panel-${id}` and are drawn by TabPanel. */
export function Tabs<Id extends string>(props: {
  readonly group: string;
  readonly label: string;
  readonly tabs: readonly TabDescription<Id>[];
  readonly active: Id;
  readonly onSelect: (id: Id) => void;
  readonly children?: ReactNode;
}): ReactNode {
  const { group, label, tabs, active, onSelect, children } = props;
  useEffect(() => reveal(document.getElementById(`${group}-tab-${active}`)), [group, active]);
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const index = tabs.findIndex((tab) => tab.id === active);
    const target = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: -1 }[event.key];
    if (target === undefined) return;
    const next = tabs.at(target % tabs.length);
    if (next === undefined) return;
    event.preventDefault();
    onSelect(next.id);
    document.getElementById(`${group}-tab-${next.id}`)?.focus();
  };
  return (
    <div className="tabs">
      <div role="tablist" aria-label={label} className="tablist" onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${group}-tab-${tab.id}`}
            aria-selected={tab.id === active}
            aria-controls={`${group}-panel-${tab.id}`}
            tabIndex={tab.id === active ? 0 : -1}
            className="tab"
            onClick={() => onSelect(tab.id)}
          >
            {tab.label}
            {tab.badge !== undefined && (
              <span className={`badge ${tab.badge.tone}`}>
                <span aria-hidden="true">{tab.badge.text}</span>
                <span className="visually-hidden">{tab.badge.title}</span>
              </span>
            )}
          </button>
        ))}
      </div>
      {children}
    </div>
  );
}

export function TabPanel(props: {
  readonly group: string;
  readonly id: string;
  readonly active: string;
  readonly children: ReactNode;
}): ReactNode {
  const { group, id, active, children } = props;
  return (
    <div
      role="tabpanel"
      id={`${group}-panel-${id}`}
      aria-labelledby={`${group}-tab-${id}`}
      hidden={id !== active}
      className="tab-panel"
    >
      {id === active && children}
    </div>
  );
}
