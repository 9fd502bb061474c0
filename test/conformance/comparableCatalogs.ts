/**
 * The catalogs' lines without what Alembic does not bring back, because SQLAlchemy's reflection does not see it or its rendering loses it: the
 * sequence of a serial column, DEFERRABLE of a unique constraint, MATCH, NOT VALID, NO INHERIT, exclude constraints with their indexes, and in
 * texts the doubling of `%` and the casts that PostgreSQL puts in when it reads a text again.
 */
export function comparableCatalogs(lines: readonly string[]): readonly string[] {
  const excludes = new Set(lines.flatMap((line) => /^constraint \S+ (\S+) EXCLUDE /.exec(line)?.[1] ?? []));
  return lines
    .filter((line) => !line.startsWith("sequence ") && !line.includes(" EXCLUDE "))
    .filter((line) => !excludes.has(/^index CREATE INDEX (\S+) /.exec(line)?.[1] ?? ""))
    .map(comparableLine);
}

function comparableLine(line: string): string {
  if (line.startsWith("column ")) return line.replace(/nextval\('[^']*'::regclass\)/, "-");
  if (!line.startsWith("constraint ")) return line.replaceAll("%%", "%");
  const plain = line.replace(/ MATCH (?:FULL|SIMPLE)| NO INHERIT| NOT VALID/g, "").replaceAll("%%", "%");
  if (plain.includes(" UNIQUE ")) return plain.replace(/ (?:NOT )?DEFERRABLE.*$/, "");
  return plain.includes(" CHECK ")
    ? plain.replaceAll(/::[a-z ]+(?:\(\d+\))?(?:\[\])?/g, "").replaceAll(/[()]/g, "")
    : plain;
}
