import type { Identity } from "../schema/column.ts";

/** An identity as rendering says it: `always` is never left out. Source: alembic.util.sqla_compat._get_identity_options_dict. */
export function renderedIdentity(identity: Identity): Identity {
  return { ...identity, always: identity.always ?? false };
}
