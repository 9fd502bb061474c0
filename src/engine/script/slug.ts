/** The part of a revision's file name that comes from its message. Source: alembic.script.base, ScriptDirectory._rev_path. */
export function slugOf(message: string, maximumLength: number): string {
  const words = message.match(/[\p{L}\p{N}_\p{M}]+/gu) ?? [];
  const slug = [...words.join("_").toLowerCase()];
  if (slug.length <= maximumLength) return slug.join("");
  const cut = slug.slice(0, maximumLength).join("");
  const underscore = cut.lastIndexOf("_");
  return `${underscore < 0 ? cut : cut.slice(0, underscore)}_`;
}
