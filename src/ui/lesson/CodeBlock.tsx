import { useContext, useState, type ReactNode } from "react";
import { AppContext } from "../AppContext.ts";
import { copyText } from "../copyText.ts";

/** A block of code. What is for the terminal can be put into the prompt; everything can be copied. */
export function CodeBlock({ text, language }: { readonly text: string; readonly language: string }): ReactNode {
  const app = useContext(AppContext);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await copyText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 1500);
  };
  if (language === "sh" && app !== null) {
    return text
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the same command may stand there twice
        <div key={index} className="lesson-code command">
          <pre>
            <code>
              <span className="prompt" aria-hidden="true">
                ${" "}
              </span>
              {line}
            </code>
          </pre>
          <button
            type="button"
            className="quiet-button"
            aria-label={`Type it: ${line}`}
            onClick={() => {
              app.settings.setState({ phonePane: "terminal", lowerTab: "terminal" });
              app.terminal.getState().suggest(line);
            }}
          >
            Type it
          </button>
        </div>
      ));
  }
  return (
    <div className="lesson-code">
      <pre tabIndex={0}>
        <code>{text}</code>
      </pre>
      {language !== "" && language !== "text" && app !== null && (
        <button
          type="button"
          className="quiet-button"
          aria-label={copied ? "Copied" : "Copy the code"}
          onClick={() => void copy()}
        >
          {copied ? "Copied" : "Copy"}
        </button>
      )}
    </div>
  );
}
