import type { Program, RenderOptions } from "../program.ts";
import type { RevisionDirective } from "../userFunctions.ts";

export interface RenderedBody {
  readonly imports: readonly string[];
  readonly upgrades: string;
  readonly downgrades: string;
}

/** The bodies of a new revision in the project's language. */
export function renderBody(program: Program, directive: RevisionDirective, options: RenderOptions): RenderedBody {
  const upgrade = program.renderOperations(directive.upgradeOps, options);
  const downgrade = program.renderOperations(directive.downgradeOps, options);
  return {
    imports: [...new Set([...directive.imports, ...upgrade.imports, ...downgrade.imports])].sort(),
    upgrades: upgrade.body,
    downgrades: downgrade.body,
  };
}
