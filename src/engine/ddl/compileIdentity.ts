import { wholeNumberText, type WholeNumber } from "../schema/wholeNumber.ts";
import type { Identity } from "../schema/column.ts";

/** `GENERATED ... AS IDENTITY (...)`. Source: sqlalchemy.sql.compiler.DDLCompiler.visit_identity_column. */
export function compileIdentity(identity: Identity): string {
  const options = identityOptions(identity);
  return `GENERATED ${identity.always === true ? "ALWAYS" : "BY DEFAULT"} AS IDENTITY${options.length === 0 ? "" : ` (${options.join(" ")})`}`;
}

/** The options of the identity's sequence, in SQLAlchemy's order. */
export function identityOptions(identity: Identity): readonly string[] {
  const { increment, start, minValue, maxValue, noMinValue, noMaxValue, cache, cycle } = identity;
  return [
    numberOption("INCREMENT BY", increment),
    numberOption("START WITH", start),
    numberOption("MINVALUE", minValue),
    numberOption("MAXVALUE", maxValue),
    noMinValue === undefined ? undefined : "NO MINVALUE",
    noMaxValue === undefined ? undefined : "NO MAXVALUE",
    numberOption("CACHE", cache),
    cycle === undefined ? undefined : cycle ? "CYCLE" : "NO CYCLE",
  ].filter((option) => option !== undefined);
}

function numberOption(words: string, number: WholeNumber | undefined): string | undefined {
  return number === undefined ? undefined : `${words} ${wholeNumberText(number)}`;
}
