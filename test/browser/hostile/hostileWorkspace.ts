import type { SharedWorkspace } from "../../../src/workspace/link/sharedWorkspace.ts";

/** A workspace of somebody who means harm, and what may be seen of it. */
export interface HostileWorkspace {
  readonly name: string;
  readonly shared: SharedWorkspace;
  /** What the terminal says in the end; absent: whatever it likes, as long as the page lives. */
  readonly says?: RegExp;
  /** It runs until the reader presses Stop. */
  readonly endless?: boolean;
  /** Its text would be markup if anything took it for that: every pane is opened. */
  readonly markup?: boolean;
}

/** A text that must never become an element; were it one, it would call home and leave a mark. */
export const markup = `"><img src="https://evil.example/x" onerror="window.hurt=1"><svg onload="window.hurt=1"><script>window.hurt=1</script>`;

type Extra = Partial<Pick<HostileWorkspace, "says" | "endless" | "markup">> & {
  readonly shared?: Partial<SharedWorkspace>;
  readonly files?: Readonly<Record<string, string>>;
};

/** The empty project with one revision whose `upgrade` is `body`; `top` stands before it. */
export function withRevision(
  name: string,
  body: string,
  { shared, files, ...rest }: Extra = {},
  top = "",
): HostileWorkspace {
  const revision = `/** hostile

Revision ID: 0001
Revises:
*/
import { op } from "alembic";
import * as sa from "sqlalchemy";
export const revision = "0001";
export const downRevision = null;
export const branchLabels = null;
export const dependsOn = null;
${top}
export function upgrade() {
${body}
}
export function downgrade() {}
`;
  return hostile(
    name,
    { "alembic/versions/0001_hostile.ts": revision, ...files },
    { ...rest, ...(shared === undefined ? {} : { shared }) },
  );
}

/** The empty project with these files in it, run by `alembic upgrade head`. */
export function hostile(
  name: string,
  files: Readonly<Record<string, string>>,
  { shared, ...rest }: Omit<Extra, "files"> = {},
): HostileWorkspace {
  return {
    name,
    shared: { v: 1, name: "hostile", base: "scratch", files, heads: [], play: "alembic upgrade head", ...shared },
    ...rest,
  };
}

/** A revision that runs one statement. */
export function withSql(name: string, sql: string, extra: Extra = {}): HostileWorkspace {
  return withRevision(
    name,
    `  const result = op.getBind().execute(sa.text(${JSON.stringify(sql)}));\n  console.log("DONE", JSON.stringify(result.fetchall()).slice(0, 300));`,
    extra,
  );
}
