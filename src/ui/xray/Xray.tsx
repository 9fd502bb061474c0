import type { ReactNode } from "react";
import type { Moment } from "../../app/playback/moment.ts";
import type { Recording } from "../../app/playback/recording.ts";
import { heldBefore } from "../../app/playback/heldBefore.ts";
import { explainObservation } from "../../engine/observation/explainObservation.ts";
import { saferForm } from "../../engine/observation/saferForm.ts";
import type { StatementObservation } from "../../engine/runtime/statementObservation.ts";
import { ConflictTable } from "./ConflictTable.tsx";
import { heldFor } from "./heldFor.ts";
import { SaferCode } from "./SaferCode.tsx";
import { shownLocks } from "./shownLocks.ts";
import "./xray.css";

/** What PostgreSQL was seen to do for one statement, what that would mean to an application in use, and the way around it. */
export function Xray({ recording, moment }: { readonly recording: Recording; readonly moment: Moment }): ReactNode {
  const { observation, operation } = moment;
  if (moment.kind !== "statement") return null;
  if (observation === null)
    return (
      <p className="faint xray-none">
        Not observed: reading after every statement would have taken longer than this run itself.
      </p>
    );
  const safer = operation === null ? null : saferForm(operation, observation);
  return (
    <section className="xray" aria-label="X-ray of the statement">
      <div className="xray-facts">
        <Locks observation={observation} />
        <Work observation={observation} />
      </div>
      {observation.locks !== null && observation.locks.length > 0 && (
        <p className="dim xray-held">{heldFor(recording, moment)}</p>
      )}
      {heldBefore(recording, moment).map(({ table, mode, since }) => (
        <p key={table} className="xray-meaning risk">
          <span aria-hidden="true">! </span>
          <span className="visually-hidden">At risk: </span>
          {table} is still locked {mode} since “{since}”: nobody reads or writes it.
        </p>
      ))}
      {explainObservation(observation).map(({ severity, text }) => (
        <p key={text} className={`xray-meaning ${severity}`}>
          <span aria-hidden="true">{severity === "risk" ? "!" : "✓"} </span>
          {severity === "risk" && <span className="visually-hidden">At risk: </span>}
          {text}
        </p>
      ))}
      {observation.locks !== null && observation.locks.length > 0 && <ConflictTable locks={observation.locks} />}
      {safer !== null && <SaferCode steps={safer} />}
    </section>
  );
}

function Locks({ observation }: { readonly observation: StatementObservation }): ReactNode {
  const { locks } = observation;
  return (
    <dl>
      {locks === null && (
        <div>
          <dt>Locks</dt>
          <dd>not seen: outside of a transaction they are gone at once</dd>
        </div>
      )}
      {locks !== null && locks.length === 0 && (
        <div>
          <dt>New locks</dt>
          <dd>none</dd>
        </div>
      )}
      {shownLocks(locks ?? []).map(({ name, mode, also }) => (
        <div key={name}>
          <dt className="mono">{name}</dt>
          <dd className="mono" title={also.length === 0 ? undefined : `and ${also.join(", ")}`}>
            {mode}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Work({ observation }: { readonly observation: StatementObservation }): ReactNode {
  const { rewrites, builtIndexes, rowsRead, rowsWritten } = observation;
  const written = rowsWritten.flatMap(({ table, inserted, updated, deleted }) =>
    [
      [inserted, "inserted into"],
      [updated, "updated in"],
      [deleted, "deleted from"],
    ].flatMap(([count, word]) => (count === 0 ? [] : [`${String(count)} ${String(word)} ${table}`])),
  );
  return (
    <dl>
      <div>
        <dt>Rewritten</dt>
        <dd>{rewrites.length === 0 ? "nothing" : rewrites.map(({ name }) => name).join(", ")}</dd>
      </div>
      {builtIndexes.length > 0 && (
        <div>
          <dt>Built</dt>
          <dd>{builtIndexes.map(({ name }) => name).join(", ")}</dd>
        </div>
      )}
      <div>
        <dt>Rows read</dt>
        <dd>
          {rowsRead === null
            ? "not seen"
            : rowsRead.length === 0
              ? "none"
              : rowsRead.map(({ table, rows }) => `${rows} of ${table}`).join(", ")}
        </dd>
      </div>
      {written.length > 0 && (
        <div>
          <dt>Rows</dt>
          <dd>{written.join(", ")}</dd>
        </div>
      )}
    </dl>
  );
}
