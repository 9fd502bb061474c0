import type { Operation } from "../operations/operation.ts";
import type { Advice, Edit } from "./advice.ts";

export interface Migration {
  readonly upgradeOps: readonly Operation[];
  readonly downgradeOps: readonly Operation[];
}

/**
 * The migration with the edits of every advice that was taken.
 * @param migration as compared: `downgradeOps` are the reverses of `upgradeOps` in reverse order
 */
export function takeAdvice({ upgradeOps, downgradeOps }: Migration, taken: readonly Advice[]): Migration {
  const edits = taken.flatMap((advice) => advice.edits);
  const side = (name: Edit["side"], operations: readonly Operation[]): readonly (readonly Operation[])[] =>
    [...operations.map((operation) => [operation]), []].map((own, step) =>
      edited(
        own,
        edits.filter((edit) => edit.side === name && edit.step === step),
      ),
    );
  return {
    upgradeOps: side("upgrade", upgradeOps).flat(),
    downgradeOps: [...side("downgrade", downgradeOps.toReversed())].reverse().flat(),
  };
}

function edited(own: readonly Operation[], edits: readonly Edit[]): readonly Operation[] {
  const at = (place: Edit["place"]): readonly Edit[] => edits.filter((edit) => edit.place === place);
  const [instead] = at("instead");
  return [
    ...at("before").flatMap(({ operations }) => operations),
    ...(instead?.operations ?? own),
    ...at("after").flatMap(({ operations }) => operations),
  ];
}

/** The advice that still makes sense: what is renamed is neither added nor dropped, and needs no advice about either. */
export function remainingAdvice(all: readonly Advice[], taken: readonly Advice[]): readonly Advice[] {
  const renamed = new Set(
    taken
      .filter(({ kind }) => kind === "renamedTable" || kind === "renamedColumn")
      .flatMap(({ edits }) => edits.map(({ step }) => step)),
  );
  return all.filter((advice) => taken.includes(advice) || !advice.edits.some(({ step }) => renamed.has(step)));
}
