/** One change of the version table's rows. */
export type VersionOperation =
  | { readonly kind: "insert"; readonly revision: string }
  | { readonly kind: "delete"; readonly revision: string }
  | { readonly kind: "update"; readonly from: string; readonly to: string }
  /** Rows `deletes` go, then `from` becomes `to`. */
  | { readonly kind: "merge"; readonly deletes: readonly string[]; readonly from: string; readonly to: string }
  /** Rows `inserts` come, then `from` becomes `to`. */
  | { readonly kind: "unmerge"; readonly inserts: readonly string[]; readonly from: string; readonly to: string };
