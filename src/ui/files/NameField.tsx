import { useState, type ReactNode } from "react";

/** A field for a path: Enter takes it, Escape or leaving gives it up. */
export function NameField(props: {
  readonly label: string;
  readonly initial: string;
  /** @returns what is wrong with the path, or null when it was taken */
  readonly accept: (path: string) => string | null;
  readonly onDone: () => void;
}): ReactNode {
  const [text, setText] = useState(props.initial);
  const [mistake, setMistake] = useState<string | null>(null);
  return (
    <div className="name-field">
      <input
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        aria-label={props.label}
        aria-invalid={mistake !== null}
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setMistake(null);
        }}
        onBlur={props.onDone}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === "Escape") props.onDone();
          if (event.key !== "Enter") return;
          const answer = props.accept(text.trim());
          if (answer === null) props.onDone();
          else setMistake(answer);
        }}
      />
      {mistake !== null && (
        <p role="alert" className="field-mistake">
          {mistake}
        </p>
      )}
    </div>
  );
}
