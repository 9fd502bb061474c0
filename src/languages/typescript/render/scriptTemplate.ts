/** The text of `script.ts.template`. `${...}` names a value; `json` and `ids` choose how it is written. */
export const scriptTemplate = `/** \${message}
 *
 * Revision ID: \${upRevision}
 * Revises: \${downRevision | ids}
 * Create Date: \${createDate}
 */
import { op } from "alembic";
import * as sa from "sqlalchemy";
\${imports}

// revision identifiers, used by Alembic.
export const revision: string = \${upRevision | json};
export const downRevision: string | string[] | null = \${downRevision | json};
export const branchLabels: string[] | null = \${branchLabels | json};
export const dependsOn: string | string[] | null = \${dependsOn | json};

export function upgrade(): void {
  \${upgrades}
}

export function downgrade(): void {
  \${downgrades}
}
`;
