import type { ReactNode } from "react";

/** One of a few, in a row. */
export function RadioChoice<Value extends string>(props: {
  readonly legend: string;
  /** Of the group, on its page. */
  readonly name: string;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly lang?: string }[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
}): ReactNode {
  const { legend, name, options, chosen, onChoose } = props;
  return (
    <fieldset className="radio-choice">
      <legend>{legend}</legend>
      {options.map(({ value, label, lang }) => (
        <label key={value} lang={lang}>
          <input type="radio" name={name} checked={value === chosen} onChange={() => onChoose(value)} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
