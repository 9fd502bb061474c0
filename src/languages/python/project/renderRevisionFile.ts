import type { RecordedFunction, RecordedRevision } from "../../../engine/commands/recordProject.ts";
import { pythonLiteral } from "../../../engine/pythonLiteral.ts";
import { failureRemark, queryRemark, type RenderedFile } from "../../translatedProject.ts";
import { createRenderContext, type PythonRenderContext } from "../render/pythonRenderContext.ts";
import { renderRecordedOperation } from "./renderRecordedOperation.ts";

/** A revision file for Alembic itself. */
export function renderRevisionFile({ path, module, upgrade, downgrade }: RecordedRevision): RenderedFile {
  const context = createRenderContext({});
  const remarks: string[] = [];
  const upgradeLines = functionLines(upgrade, context, remarks);
  const downgradeLines = functionLines(downgrade, context, remarks);
  const docstring = (module.docstring ?? module.revision).replaceAll("\\", "\\\\").replaceAll('"""', '\\"\\"\\"');
  const lines = [
    `"""${docstring.trimEnd().replace(/"$/, '\\"')}`,
    "",
    '"""',
    ...[...context.imports].filter((line) => line.startsWith("import ")).sort(),
    "from typing import Sequence, Union",
    "",
    "from alembic import op",
    "import sqlalchemy as sa",
    ...[...context.imports].filter((line) => !line.startsWith("import ")).sort(),
    "",
    "# revision identifiers, used by Alembic.",
    `revision: str = ${pythonLiteral(module.revision)}`,
    `down_revision: Union[str, Sequence[str], None] = ${identifiers(module.downRevision)}`,
    `branch_labels: Union[str, Sequence[str], None] = ${identifiers(module.branchLabels)}`,
    `depends_on: Union[str, Sequence[str], None] = ${identifiers(module.dependsOn)}`,
    "",
    "",
    "def upgrade() -> None:",
    ...upgradeLines,
    "",
    "",
    "def downgrade() -> None:",
    ...downgradeLines,
    "",
  ];
  return { text: lines.join("\n"), remarks: [...new Set(remarks)].map((remark) => `${path}: ${remark}`) };
}

function functionLines(
  { steps, failure }: RecordedFunction,
  context: PythonRenderContext,
  remarks: string[],
): readonly string[] {
  const lines: string[] = [];
  let indent = "    ";
  let statements = 0;
  const note = (remark: string): void => {
    remarks.push(remark);
    lines.push(...remark.split("\n").map((line) => `${indent}# ${line}`));
  };
  for (const step of steps) {
    switch (step.kind) {
      case "beginAutocommit":
        lines.push(`${indent}with op.get_context().autocommit_block():`);
        indent += "    ";
        statements = 0;
        break;
      case "endAutocommit":
        if (statements === 0) lines.push(`${indent}pass`);
        indent = indent.slice(4);
        statements++;
        break;
      case "query":
        note(queryRemark(step.line));
        lines.push(...renderRecordedOperation(step.operation, context).map((line) => indented(line, indent)));
        statements++;
        break;
      case "operation":
        lines.push(...renderRecordedOperation(step.operation, context).map((line) => indented(line, indent)));
        statements++;
    }
  }
  if (failure !== null) note(failureRemark(failure));
  return statements === 0 && indent === "    " ? [...lines, `${indent}pass`] : lines;
}

/** Lines inside of a triple-quoted text stay where they are: there are none, as all text is written with escapes. */
function indented(text: string, indent: string): string {
  return text.replace(/^(?=.)/gm, indent);
}

function identifiers(value: string | readonly string[] | null): string {
  if (value === null || typeof value === "string") return pythonLiteral(value);
  return `(${value.map((one) => `${pythonLiteral(one)},`).join(" ")})`;
}
