import type { DiagramChange } from "./diagram.ts";
import type { ColumnFacts } from "./tableFacts.ts";

/** What changed about a column, in the order in which it is read: type, null, default, keys, the rest. */
export function diffColumn(from: ColumnFacts, to: ColumnFacts): readonly DiagramChange[] {
  return [
    ...diffValue("", from.type, to.type),
    ...diffList("value ", from.enumValues.map(quoted), to.enumValues.map(quoted), from.type === to.type),
    ...diffValue("collation ", from.collation, to.collation),
    ...diffFlag("not null", !from.nullable, !to.nullable),
    ...diffValue("default ", from.serverDefault, to.serverDefault),
    ...diffValue("", from.generated, to.generated),
    ...diffFlag("primary key", from.primaryKey, to.primaryKey),
    ...diffFlag("unique", from.uniqueConstraint, to.uniqueConstraint),
    ...diffList("references ", from.references, to.references),
    ...(from.comment === to.comment ? [] : [{ sign: "~", text: "comment" } as const]),
  ];
}

function diffFlag(text: string, from: boolean, to: boolean): readonly DiagramChange[] {
  return from === to ? [] : [{ sign: to ? "+" : "−", text }];
}

function diffValue(word: string, from: string | null, to: string | null): readonly DiagramChange[] {
  if (from === to) return [];
  if (from === null) return [{ sign: "+", text: `${word}${to}` }];
  if (to === null) return [{ sign: "−", text: `${word}${from}` }];
  return [{ sign: "~", text: `${word}${from} → ${to}` }];
}

function diffList(
  word: string,
  from: readonly string[],
  to: readonly string[],
  comparable = true,
): readonly DiagramChange[] {
  if (!comparable) return [];
  return [
    ...from.filter((value) => !to.includes(value)).map((value) => ({ sign: "−", text: `${word}${value}` }) as const),
    ...to.filter((value) => !from.includes(value)).map((value) => ({ sign: "+", text: `${word}${value}` }) as const),
  ];
}

function quoted(value: string): string {
  return `'${value}'`;
}
