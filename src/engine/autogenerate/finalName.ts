import { shortenName } from "../ddl/quoteName.ts";
import { nameText, type Name } from "../schema/name.ts";

/** The name that PostgreSQL will hold: a convention's name that is too long is cut. Source: alembic.util.sqla_compat._get_constraint_final_name. */
export function finalName(name: Name): string {
  return nameText(shortenName(name));
}
