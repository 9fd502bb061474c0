import { useMemo, type ReactNode } from "react";
import { useStore } from "zustand";
import { useApp } from "../AppContext.ts";
import { Dialog } from "../dialog/Dialog.tsx";
import { actionGroups } from "./action.ts";
import { KeyHint } from "./KeyHint.tsx";
import { pageActions } from "./pageActions.ts";
import "./actions.css";

interface Shortcut {
  readonly keys: string;
  readonly title: string;
}

/** Keys that belong to one place of the page. */
const places: Readonly<Record<string, readonly Shortcut[]>> = {
  Terminal: [
    { keys: "Tab", title: "Complete" },
    { keys: "↑", title: "The line before" },
    { keys: "Ctrl+C", title: "Stop what runs" },
    { keys: "Ctrl+L", title: "Clear" },
  ],
  SQL: [{ keys: "Mod+Enter", title: "Run" }],
  "The drop of the history": [
    { keys: "ArrowLeft", title: "Previous moment" },
    { keys: "ArrowRight", title: "Next moment" },
    { keys: "Space", title: "Play or pause" },
    { keys: "Escape", title: "Back to the database as it is" },
  ],
  Editor: [
    { keys: "Mod+Space", title: "Complete" },
    { keys: "F12", title: "Go to where it is defined" },
    { keys: "F2", title: "Rename everywhere" },
  ],
};

/** All keys of the page on one sheet. */
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }): ReactNode {
  const app = useApp();
  const singleKeys = useStore(app.settings, (state) => state.singleKeys);
  const actions = useMemo(() => pageActions(app), [app]);
  const ofPage = actionGroups.flatMap((group): readonly (readonly [string, readonly Shortcut[]])[] => {
    const own = actions.flatMap(({ group: of, keys, title }) =>
      of === group && keys !== undefined ? [{ keys, title }] : [],
    );
    return own.length === 0 ? [] : [[group, own]];
  });
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose} wide>
      <div className="shortcut-sheet">
        {[...ofPage, ...Object.entries(places)].map(([name, shortcuts]) => (
          <section key={name} aria-label={name}>
            <h3>{name}</h3>
            <dl>
              {shortcuts.map(({ keys, title }) => (
                <div key={keys}>
                  <dt>{title}</dt>
                  <dd>
                    <KeyHint keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <label className="shortcut-setting">
        <input
          type="checkbox"
          checked={singleKeys}
          onChange={(event) => app.settings.setState({ singleKeys: event.target.checked })}
        />
        Single keys such as K and J work where nothing is written
      </label>
    </Dialog>
  );
}
