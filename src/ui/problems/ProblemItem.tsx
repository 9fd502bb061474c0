import type { ReactNode } from "react";
import type { CommandProblem } from "../../app/engineStore.ts";
import { useApp } from "../AppContext.ts";
import { WithCode } from "../text/WithCode.tsx";
import "./problems.css";

const signs = { error: "×", warning: "!", info: "i" } as const;
const words = { error: "Error", warning: "Warning", info: "Note" } as const;

export function ProblemItem({ problem }: { readonly problem: CommandProblem }): ReactNode {
  const { workspace } = useApp();
  const { severity, message, hint, location, database } = problem;
  const rest = [database?.detail, database?.hint].filter((text) => text !== undefined && !message.includes(text));
  return (
    <li className={`problem ${severity}`}>
      <span className="sign">
        <span aria-hidden="true">{signs[severity]}</span>
        <span className="visually-hidden">{words[severity]}: </span>
      </span>
      <div>
        <p className="problem-message">{message}</p>
        {rest.map((text) => (
          <p key={text} className="dim">
            {text}
          </p>
        ))}
        {hint !== undefined && (
          <p className="dim">
            <WithCode text={hint} />
          </p>
        )}
        {location !== undefined && (
          <button
            type="button"
            className="link-button"
            onClick={() => workspace.getState().open(location.path, location)}
          >
            {location.path}:{location.line}
          </button>
        )}
      </div>
    </li>
  );
}
