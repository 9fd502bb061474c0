/** A place of the history whose schema can be looked at without going there. */
export type Point =
  | { readonly kind: "database" }
  | { readonly kind: "models" }
  /** After its upgrade; `base` is the empty database. */
  | { readonly kind: "revision"; readonly revision: string };
