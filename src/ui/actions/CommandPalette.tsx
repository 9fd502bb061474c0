import { Command } from "cmdk";
import { useEffect, useMemo, useRef, type ReactNode } from "react";
import { useApp } from "../AppContext.ts";
import { actionGroups, type Action } from "./action.ts";
import { KeyHint } from "./KeyHint.tsx";
import { pageActions } from "./pageActions.ts";
import { projectActions } from "./projectActions.ts";

/** Everything that can be done, found by what was typed. */
export default function CommandPalette(props: {
  readonly prompt: string;
  readonly typed: string;
  /** Enter was pressed already: the first that is found is chosen. */
  readonly entered: boolean;
  readonly onType: (typed: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { prompt, typed, entered, onType, onClose } = props;
  const app = useApp();
  const actions = useMemo(() => [...pageActions(app), ...projectActions(app)], [app]);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!entered) return undefined;
    // What is found is marked by then.
    const frame = requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>("[aria-selected=true]")?.click(),
    );
    return () => cancelAnimationFrame(frame);
  }, [entered]);
  const choose = (action: Action) => {
    onClose();
    action.run();
  };
  return (
    <Command label="Find a command" className="palette" loop filter={nearness}>
      <Command.Input
        autoFocus
        data-first-focus
        placeholder={prompt}
        className="palette-input"
        value={typed}
        onValueChange={onType}
      />
      <Command.List ref={list} className="palette-list">
        <Command.Empty className="empty">Nothing is called that.</Command.Empty>
        {actionGroups.map((group) => (
          <Command.Group key={group} heading={group} className="palette-group">
            {actions
              .filter((action) => action.group === group)
              .map((action) => (
                <Command.Item
                  key={action.id}
                  value={action.id}
                  keywords={[action.title, action.detail ?? ""]}
                  onSelect={() => choose(action)}
                  className="palette-item"
                >
                  <span className="palette-title">{action.title}</span>
                  {action.detail !== undefined && <span className="palette-detail">{action.detail}</span>}
                  {action.keys !== undefined && <KeyHint keys={action.keys} />}
                </Command.Item>
              ))}
          </Command.Group>
        ))}
      </Command.List>
    </Command>
  );
}

/** How near an action is to what was typed, 0 to 1: its title begins with it, holds it, or its other words do. */
function nearness(_id: string, typed: string, words: readonly string[] = []): number {
  const wanted = typed.trim().toLowerCase();
  const [title = "", ...others] = words.map((word) => word.toLowerCase());
  if (title.startsWith(wanted)) return 1;
  if (title.includes(wanted)) return 0.8;
  return others.some((word) => word.includes(wanted)) ? 0.5 : 0;
}
