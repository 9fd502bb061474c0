import { createRenderContext } from "../../src/languages/python/render/pythonRenderContext.ts";
import { renderPythonOperation } from "../../src/languages/python/render/renderOperation.ts";
import { renderPythonOperations } from "../../src/languages/python/render/renderPythonOperations.ts";
import { decodeOperation } from "./decode.ts";
import { difference } from "./difference.ts";

export interface OperationsPythonCase {
  readonly suite: "ops";
  readonly id: string;
  readonly operation?: unknown;
  readonly operations?: readonly unknown[];
  readonly python?: string;
}

export interface AutogeneratePythonCase {
  readonly suite: "autogen";
  readonly id: string;
  readonly options?: { readonly render_as_batch?: boolean };
  readonly upgrade_ops?: readonly unknown[];
  readonly downgrade_ops?: readonly unknown[];
  readonly upgrade_python?: string;
  readonly downgrade_python?: string;
  readonly imports?: readonly string[];
}

export type PythonCase = OperationsPythonCase | AutogeneratePythonCase;

/** Renders the recorded operations as Python and compares with what Alembic wrote. Null: no difference, or nothing to compare. */
export function runPythonCase(pythonCase: PythonCase): string | null {
  return pythonCase.suite === "ops" ? runOperations(pythonCase) : runAutogenerate(pythonCase);
}

function runOperations(pythonCase: OperationsPythonCase): string | null {
  if (pythonCase.python === undefined) return null;
  const context = createRenderContext({});
  const operations = pythonCase.operations ?? [pythonCase.operation];
  const text = operations.flatMap((operation) => renderPythonOperation(decodeOperation(operation), context)).join("\n");
  return difference(text, pythonCase.python);
}

function runAutogenerate(pythonCase: AutogeneratePythonCase): string | null {
  if (pythonCase.upgrade_python === undefined || pythonCase.downgrade_python === undefined) return null;
  const options = { renderAsBatch: pythonCase.options?.render_as_batch ?? false };
  const upgrade = renderPythonOperations((pythonCase.upgrade_ops ?? []).map(decodeOperation), options);
  const downgrade = renderPythonOperations((pythonCase.downgrade_ops ?? []).map(decodeOperation), options);
  const imports = [...new Set([...upgrade.imports, ...downgrade.imports])].sort();
  return difference(
    { upgrade: sameElements(upgrade.body), downgrade: sameElements(downgrade.body), imports },
    {
      upgrade: sameElements(pythonCase.upgrade_python),
      downgrade: sameElements(pythonCase.downgrade_python),
      imports: pythonCase.imports ?? [],
    },
  );
}

/** The recorded operations hold an exclude constraint's elements as text, whichever of the three Alembic wrote. */
function sameElements(python: string): string {
  return python.replace(
    /(?<=ExcludeConstraint\(.*)\(sa\.(?:column|literal_column|text)\((?='[^']*'\), ')/g,
    "(sa.text(",
  );
}
