import { useId, useState, type ReactNode } from "react";
import { Markdown } from "../Markdown.tsx";

/** Markdown that is written, and shown as the learner will see it. */
export function MarkdownField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly rows?: number;
  readonly placeholder?: string;
}): ReactNode {
  const { label, value, onChange, rows = 6, placeholder } = props;
  const [text, setText] = useState(value);
  const [preview, setPreview] = useState(false);
  const id = useId();
  return (
    <div className="markdown-field">
      <div className="markdown-head">
        <label htmlFor={id}>{label}</label>
        <button
          type="button"
          className="quiet-button"
          aria-pressed={preview}
          aria-label={`Preview of ${label}`}
          onClick={() => setPreview(!preview)}
        >
          Preview
        </button>
      </div>
      <textarea
        id={id}
        className="text-field"
        hidden={preview}
        rows={rows}
        maxLength={20_000}
        placeholder={placeholder}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          onChange(target.value);
        }}
      />
      {preview && (
        <div className="markdown-preview">
          {text.trim() === "" ? <p className="dim">Nothing yet.</p> : <Markdown text={text} />}
        </div>
      )}
    </div>
  );
}
