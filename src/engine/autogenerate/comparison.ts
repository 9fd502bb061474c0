/** What a comparison of two things found, and why. Source of the three answers: alembic.ddl._autogen.ComparisonResult. */
export type Comparison =
  | { readonly kind: "equal" }
  | { readonly kind: "different"; readonly reason: string }
  /** They cannot be compared; nothing is generated. */
  | { readonly kind: "skipped"; readonly reason: string };

export const equal: Comparison = { kind: "equal" };

export function different(reason: string): Comparison {
  return { kind: "different", reason };
}

export function skipped(reason: string): Comparison {
  return { kind: "skipped", reason };
}
