import type { SaferStep } from "../../engine/observation/saferForm.ts";
import { renderPythonOperations } from "../../languages/python/render/renderPythonOperations.ts";
import { renderTypeScriptOperations } from "../../languages/typescript/render/renderTypeScriptOperations.ts";
import type { ProjectLanguage } from "../../worker/projectLanguage.ts";

/** The step's lines, as they stand in `upgrade()`. */
export function renderSaferStep({ operations, autocommit }: SaferStep, language: ProjectLanguage): string {
  const { body } = language === "python" ? renderPythonOperations(operations) : renderTypeScriptOperations(operations);
  const lines = withoutMargin(body.split("\n").filter((line) => !/^\s*(#|\/\/) ###/.test(line)));
  if (!autocommit) return lines.join("\n");
  return language === "python"
    ? ["with op.get_context().autocommit_block():", ...lines.map((line) => `    ${line}`)].join("\n")
    : ["op.getContext().autocommitBlock(() => {", ...lines.map((line) => `  ${line}`), "});"].join("\n");
}

function withoutMargin(lines: readonly string[]): readonly string[] {
  const margin = Math.min(...lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(margin));
}
