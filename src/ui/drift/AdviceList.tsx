import type { ReactNode } from "react";
import { useStore } from "zustand";
import type { OfferedAdvice } from "../../worker/messages.ts";
import { useApp } from "../AppContext.ts";
import { WithCode } from "../text/WithCode.tsx";

/** What Alembic leaves to a careful reader, each with the code that Stillroom would write instead. */
export function AdviceList({ advice }: { readonly advice: readonly OfferedAdvice[] }): ReactNode {
  if (advice.length === 0) return null;
  return (
    <section className="advice" aria-labelledby="advice-title">
      <h3 id="advice-title" className="pane-title">
        Beside Alembic
      </h3>
      <p className="dim advice-intro">
        Alembic does not see these. The revision stays as Alembic writes it unless you say otherwise here.
      </p>
      <ul>
        {advice.map((one) => (
          <AdviceItem key={one.id} advice={one} />
        ))}
      </ul>
    </section>
  );
}

function AdviceItem({ advice }: { readonly advice: OfferedAdvice }): ReactNode {
  const app = useApp();
  const running = useStore(app.engine, (state) => state.running !== null);
  const { id, title, explanation, taken, upgrade, downgrade } = advice;
  const takes = upgrade !== "" || downgrade !== "";
  return (
    <li className={taken ? "advice-item taken" : "advice-item"}>
      <span className="sign risk" aria-hidden="true">
        {taken ? "✓" : "!"}
      </span>
      <div className="advice-text">
        <p className="advice-title">{title}</p>
        <p className="dim">
          <WithCode text={explanation} />
        </p>
        {takes && (
          <details open={taken}>
            <summary>The code</summary>
            <CodeOf name="upgrade" code={upgrade} />
            <CodeOf name="downgrade" code={downgrade} />
          </details>
        )}
        {takes && (
          <button
            type="button"
            className="button"
            disabled={running}
            aria-pressed={taken}
            onClick={() => app.takeAdvice(id, !taken)}
          >
            {taken ? "Leave it to Alembic" : buttonText[advice.kind]}
          </button>
        )}
      </div>
    </li>
  );
}

const buttonText: Readonly<Record<OfferedAdvice["kind"], string>> = {
  renamedTable: "Yes, rename it",
  renamedColumn: "Yes, rename it",
  enumType: "Write it so",
  enumValues: "Add the values",
  constraintName: "Name it",
  requiredColumn: "Write it in three steps",
  serverDefault: "Change the default too",
};

function CodeOf({ name, code }: { readonly name: string; readonly code: string }): ReactNode {
  if (code === "") return null;
  return (
    <figure>
      <figcaption className="dim">{name}</figcaption>
      <pre className="code-block">{code}</pre>
    </figure>
  );
}
