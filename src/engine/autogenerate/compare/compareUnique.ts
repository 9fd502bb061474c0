import type { UniqueConstraint } from "../../schema/constraint.ts";
import { different, equal, type Comparison } from "../comparison.ts";
import { pythonTuple } from "../../pythonLiteral.ts";

/** Columns in any order, and NULLS NOT DISTINCT. Source: alembic.ddl.postgresql.PostgresqlImpl.compare_unique_constraint. */
export function compareUnique(model: UniqueConstraint, database: UniqueConstraint): Comparison {
  const [now, old] = [pythonTuple([...model.columns].sort()), pythonTuple([...database.columns].sort())];
  if (now !== old) return different(`expression ${old} to ${now}`);
  const [nowOptions, oldOptions] = [dialectOptions(model), dialectOptions(database)];
  return nowOptions === oldOptions ? equal : different(`expression ${oldOptions} to ${nowOptions}`);
}

function dialectOptions(constraint: UniqueConstraint): string {
  return constraint.nullsNotDistinct ? pythonTuple(["nulls_not_distinct"]) : "()";
}
