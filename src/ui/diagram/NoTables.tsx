import type { ReactNode } from "react";

/** What an empty database shows: how to fill it. */
export function NoTables(): ReactNode {
  return (
    <div className="diagram-empty">
      <p>
        <strong>No tables yet.</strong>
      </p>
      <p>
        Press <em>Upgrade to head</em>, or type <code>alembic upgrade head</code>: each statement draws here what it
        makes.
      </p>
    </div>
  );
}
