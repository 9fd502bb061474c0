import { CommandError } from "../../../engine/errors.ts";
import type { RevisionTemplateValues } from "../../../engine/program.ts";
import { literal, printNode } from "./sourceNode.ts";

/**
 * Fills `${name}`, `${name | ids}` and `${name | json}` of a revision template. Text lands in the docstring, so a comment's end and
 * line breaks in it are made harmless. A line of nothing but an empty value disappears. Throws CommandError at an unknown name.
 */
export function renderTemplate(template: string, values: RevisionTemplateValues, path = "script.ts.template"): string {
  return template
    .split("\n")
    .flatMap((line, index) => {
      const filled = line.replace(/\$\{([^}]*)\}/g, (_, expression: string) =>
        fill(expression, values, `${path}, line ${index + 1}`),
      );
      return /^\s*\$\{[^}]*\}\s*$/.test(line) && filled.trim() === "" ? [] : [filled];
    })
    .join("\n");
}

function fill(expression: string, values: RevisionTemplateValues, place: string): string {
  const [name = "", filter] = expression.split("|").map((part) => part.trim());
  if (!isValueName(name, values)) throw new CommandError(`Unknown placeholder \${${expression}} in ${place}`);
  const value = values[name];
  if (filter === "json") return printNode(literal(value) ?? "null", 0, Number.NEGATIVE_INFINITY, 0);
  if (filter !== undefined && filter !== "ids")
    throw new CommandError(`Unknown filter ${filter} in \${${expression}} in ${place}`);
  if (name === "upgrades" || name === "downgrades") return String(value);
  if (name === "imports") return values.imports.join("\n");
  return comment(value === null ? "" : Array.isArray(value) ? value.join(", ") : String(value));
}

function isValueName(name: string, values: RevisionTemplateValues): name is keyof RevisionTemplateValues {
  return Object.hasOwn(values, name);
}

function comment(text: string): string {
  return text
    .replaceAll("*/", "*\\/")
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .join("\n * ");
}
