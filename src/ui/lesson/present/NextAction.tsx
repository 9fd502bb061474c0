import type { ReactNode } from "react";
import type { Action } from "../../../lessons/format/action.ts";

/** What the next press does. */
export function NextAction(props: { readonly action: Action | undefined; readonly last: boolean }): ReactNode {
  const { action, last } = props;
  if (action === undefined) return <p className="dim">{last ? "That is the lesson." : "The next step comes now."}</p>;
  const [verb, object] = described(action);
  return (
    <p className="presenter-next">
      <span className="dim">Next: {verb}</span> <code>{object}</code>
    </p>
  );
}

function described(action: Action): readonly [string, string] {
  switch (action.kind) {
    case "run":
      return ["type", action.run];
    case "sql":
      return ["run SQL", action.sql.split("\n")[0] ?? ""];
    case "edit":
      return ["change", action.edit];
    case "write":
      return ["write", action.write];
    case "remove":
      return ["delete", action.remove];
    case "open":
      return ["open", action.open];
  }
}
