import type { Loss, RevisionProof, Verdict } from "../../engine/proof/revisionProof.ts";

/** A verdict is told by a sign, a word and a colour. */
export const verdictSign: Readonly<Record<Verdict, string>> = {
  reversible: "↕",
  losesData: "!",
  notReversible: "×",
  notTried: "○",
};

export const verdictTone: Readonly<Record<Verdict, "added" | "risk" | "removed" | "neutral">> = {
  reversible: "added",
  losesData: "risk",
  notReversible: "removed",
  notTried: "neutral",
};

export const verdictWord: Readonly<Record<Verdict, string>> = {
  reversible: "proven reversible",
  losesData: "loses data",
  notReversible: "not reversible",
  notTried: "not tried",
};

/** In a few words, such as "down loses 12 values". */
export function shortVerdict({ verdict, losses }: RevisionProof): string {
  switch (verdict) {
    case "reversible":
      return "proven";
    case "losesData": {
      const by = losses.some((loss) => loss.by === "downgrade") ? "downgrade" : "upgrade";
      return `${by === "downgrade" ? "down" : "up"} loses ${amountOf(losses.filter((loss) => loss.by === by))}`;
    }
    case "notReversible":
    case "notTried":
      return verdictWord[verdict];
  }
}

/** "12 values", "3 rows", or both. */
export function amountOf(losses: readonly Loss[]): string {
  const sum = (wanted: (loss: Loss) => boolean): number =>
    losses.filter(wanted).reduce((total, { count }) => total + count, 0);
  const parts = [
    { count: sum(({ column }) => column === null), word: "row" },
    { count: sum(({ column }) => column !== null), word: "value" },
  ].filter(({ count }) => count > 0);
  return parts.map(({ count, word }) => counted(count, word)).join(" and ");
}

/** "drops posts.content: 12 values" */
export function lossText({ table, column, count }: Loss): string {
  return column === null
    ? `removes ${counted(count, "row")} of ${table}`
    : `drops ${table}.${column}: ${counted(count, "value")}`;
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
