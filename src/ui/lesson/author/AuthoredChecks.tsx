import type { ReactNode } from "react";
import type { Check } from "../../../lessons/format/condition.ts";
import type { SuggestedCheck } from "../../../lessons/authoring/suggestChecks.ts";
import { MarkdownLine } from "../Markdown.tsx";
import { useAuthor, useAuthorState } from "./useAuthor.ts";

/** What the step waits for, chosen from what its solution made different. */
export function AuthoredChecks({ checks }: { readonly checks: readonly Check[] }): ReactNode {
  const session = useAuthor();
  const { suggestions } = useAuthorState();
  const open = (suggestions ?? []).filter(
    ({ check }) => !checks.some((chosen) => conditionText(chosen) === conditionText(check)),
  );
  const add = (added: readonly SuggestedCheck[]) =>
    session.changeStep({ checks: [...checks, ...added.map(({ check }) => check)] });
  return (
    <div className="authored-checks">
      <h3>It is done when</h3>
      {checks.length === 0 ? (
        <p className="dim">
          {suggestions === null
            ? "Record the solution: what it makes different is offered here."
            : "Choose at least one, or the step is done as soon as it begins."}
        </p>
      ) : (
        <ul aria-label="Chosen checks">
          {checks.map((check, index) => (
            <li key={conditionText(check)} className="authored-check">
              <input
                className="text-field"
                aria-label={`What check ${index + 1} says`}
                maxLength={300}
                defaultValue={check.says}
                onChange={({ target }) => {
                  const says = target.value.trim();
                  if (says !== "")
                    session.changeStep({
                      checks: checks.map((other, place) => (place === index ? { ...other, says } : other)),
                    });
                }}
              />
              <button
                type="button"
                className="icon-button small"
                aria-label={`Leave out: ${check.says}`}
                onClick={() => session.changeStep({ checks: checks.filter((_, place) => place !== index) })}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      {open.length > 0 && (
        <>
          <div className="markdown-head">
            <p className="dim">Suggested from what changed:</p>
            {open.some(({ likely }) => likely) && (
              <button type="button" className="button" onClick={() => add(open.filter(({ likely }) => likely))}>
                Take the likely ones
              </button>
            )}
          </div>
          <ul aria-label="Suggested checks">
            {open.map((suggestion) => (
              <li key={conditionText(suggestion.check)} className="authored-check">
                <span>
                  <MarkdownLine text={suggestion.check.says} />
                </span>
                <button
                  type="button"
                  className="quiet-button"
                  aria-label={`Add: ${suggestion.check.says}`}
                  onClick={() => add([suggestion])}
                >
                  Add
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** What tells one condition from another, whatever they say. */
function conditionText({ says: _says, near: _near, ...condition }: Check): string {
  return JSON.stringify(condition);
}
