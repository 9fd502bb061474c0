import type { ReactNode } from "react";

const token =
  /(?<comment>--[^\n]*)|(?<string>'(?:[^']|'')*'|\$(\w*)\$[\s\S]*?\$\3\$)|(?<name>"(?:[^"]|"")*")|(?<number>\b\d+(?:\.\d+)?\b)|(?<word>\b[a-z_]+\b)/gi;

const keywords = new Set(
  "add all alter always and array as asc begin between by cascade case check collate column comment commit concurrently constraint create cross current_timestamp database default deferrable deferred delete desc distinct domain drop else end enum exclude exists extension false first for foreign from full function generated group having identity if ilike immediate in include index inherits initially inner insert intersect into is join key last left like limit match materialized no not null nulls of offset on only or order outer partition primary range references rename replace restrict returning right rollback row rows schema select sequence set statement stored table temporary then to trigger true truncate type union unique unlogged update using valid validate values varying view when where with without zone".split(
    " ",
  ),
);

/** SQL with its keywords, texts and numbers told apart. */
export function SqlText({ sql }: { readonly sql: string }): ReactNode {
  const parts: ReactNode[] = [];
  let end = 0;
  for (const match of sql.matchAll(token)) {
    const kind = kindOf(match.groups ?? {});
    if (kind === null) continue;
    parts.push(sql.slice(end, match.index));
    parts.push(
      <span key={match.index} className={`sql-${kind}`}>
        {match[0]}
      </span>,
    );
    end = match.index + match[0].length;
  }
  parts.push(sql.slice(end));
  return <code className="sql">{parts}</code>;
}

function kindOf(groups: Readonly<Record<string, string | undefined>>): string | null {
  if (groups["comment"] !== undefined) return "comment";
  if (groups["string"] !== undefined) return "string";
  if (groups["number"] !== undefined) return "number";
  return groups["word"] !== undefined && keywords.has(groups["word"].toLowerCase()) ? "keyword" : null;
}
