import type { ReactNode } from "react";
import { useStore } from "zustand";
import type { SaferStep } from "../../engine/observation/saferForm.ts";
import { projectLanguage } from "../../worker/projectLanguage.ts";
import { useApp } from "../AppContext.ts";
import { renderSaferStep } from "./renderSaferStep.ts";

/** The way that keeps an application running, as code of the project's language. */
export function SaferCode({ steps }: { readonly steps: readonly SaferStep[] }): ReactNode {
  const language = useStore(useApp().workspace, (state) => projectLanguage(state.files));
  return (
    <details className="xray-details">
      <summary>The safer way</summary>
      <ol className="xray-steps">
        {steps.map((step) => (
          <li key={step.note}>
            <p className="dim">{step.note}</p>
            <pre className="code-block">{renderSaferStep(step, language)}</pre>
          </li>
        ))}
      </ol>
    </details>
  );
}
