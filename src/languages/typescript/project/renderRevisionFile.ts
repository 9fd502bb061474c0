import type { RecordedFunction, RecordedRevision } from "../../../engine/commands/recordProject.ts";
import { failureRemark, queryRemark, type RenderedFile } from "../../translatedProject.ts";
import { createRenderContext, type TypeScriptRenderContext } from "../render/renderContext.ts";
import { renderOperation } from "../render/renderOperation.ts";
import { literal, printNode } from "../render/sourceNode.ts";

/** A revision file in TypeScript that gives the statements that the recorded one gave. */
export function renderRevisionFile({ path, module, upgrade, downgrade }: RecordedRevision): RenderedFile {
  const context = createRenderContext({});
  const remarks: string[] = [];
  const upgradeLines = functionLines(upgrade, context, remarks);
  const downgradeLines = functionLines(downgrade, context, remarks);
  const docstring = (module.docstring ?? module.revision).trim().replaceAll("*/", "*\\/").split("\n");
  const lines = [
    `/** ${docstring[0] ?? ""}`,
    ...docstring.slice(1).map((line) => ` * ${line}`.trimEnd()),
    " */",
    'import { op } from "alembic";',
    'import * as sa from "sqlalchemy";',
    ...[...context.imports].sort(),
    "",
    "// revision identifiers, used by Alembic.",
    `export const revision: string = ${identifiers(module.revision)};`,
    `export const downRevision: string | string[] | null = ${identifiers(module.downRevision)};`,
    `export const branchLabels: string | string[] | null = ${identifiers(module.branchLabels)};`,
    `export const dependsOn: string | string[] | null = ${identifiers(module.dependsOn)};`,
    "",
    "export function upgrade(): void {",
    ...upgradeLines,
    "}",
    "",
    "export function downgrade(): void {",
    ...downgradeLines,
    "}",
    "",
  ];
  return { text: lines.join("\n"), remarks: [...new Set(remarks)].map((remark) => `${path}: ${remark}`) };
}

function functionLines(
  { steps, failure }: RecordedFunction,
  context: TypeScriptRenderContext,
  remarks: string[],
): readonly string[] {
  const lines: string[] = [];
  let indent = 2;
  const margin = (): string => " ".repeat(indent);
  const note = (remark: string): void => {
    remarks.push(remark);
    lines.push(...remark.split("\n").map((line) => `${margin()}// ${line}`));
  };
  for (const step of steps) {
    switch (step.kind) {
      case "beginAutocommit":
        lines.push(`${margin()}op.getContext().autocommitBlock(() => {`);
        indent += 2;
        break;
      case "endAutocommit":
        indent -= 2;
        lines.push(`${margin()}});`);
        break;
      case "query":
        note(queryRemark(step.line));
        lines.push(renderOperation(step.operation, context, indent));
        break;
      case "operation":
        lines.push(renderOperation(step.operation, context, indent));
    }
  }
  if (failure !== null) note(failureRemark(failure));
  while (indent > 2) {
    indent -= 2;
    lines.push(`${margin()}});`);
  }
  return lines;
}

function identifiers(value: string | readonly string[] | null): string {
  return printNode(literal(value) ?? "null", 0, Number.NEGATIVE_INFINITY, 0);
}
