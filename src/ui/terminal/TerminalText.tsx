import type { ReactNode } from "react";
import { useApp } from "../AppContext.ts";

/** A line of output in which the places of project files are buttons. */
export function TerminalText({ text, paths }: { readonly text: string; readonly paths: readonly string[] }): ReactNode {
  const { workspace } = useApp();
  const pieces: ReactNode[] = [];
  const pattern = /((?:\/project\/|\.\/)?[\w@./-]+\.(?:ts|ini|toml|mako))(?::(\d+)(?::(\d+))?|", line (\d+))?/g;
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    const [whole, name = "", line, column, pythonLine] = match;
    const path = name.replace(/^(\/project\/|\.\/)/, "");
    if (!paths.includes(path)) continue;
    pieces.push(text.slice(end, match.index));
    pieces.push(
      <button
        key={match.index}
        type="button"
        className="place"
        onClick={() =>
          workspace.getState().open(path, { path, line: Number(line ?? pythonLine ?? 1), column: Number(column ?? 1) })
        }
      >
        {whole}
      </button>,
    );
    end = match.index + whole.length;
  }
  pieces.push(text.slice(end));
  return <>{pieces}</>;
}
