import { CommandError } from "../errors.ts";
import { fileNameOf } from "../script/projectPath.ts";

/** The ini file that `-c` or `ALEMBIC_CONFIG` names. Source: alembic.config, CommandLine._inis_from_config. */
export function configFile(names: readonly string[], environment: Readonly<Record<string, string>>): string {
  const fromEnvironment = environment["ALEMBIC_CONFIG"];
  const fallback = fromEnvironment === undefined || fromEnvironment === "" || isToml(fromEnvironment) ? "alembic.ini" : fromEnvironment;
  if (names.filter(isToml).length > 1) throw new CommandError("pyproject.toml indicated more than once");
  const inis = names.filter((name) => !isToml(name));
  if (inis.length > 1) throw new CommandError("only one ini file may be indicated");
  return inis[0] ?? fallback;
}

function isToml(name: string): boolean {
  return fileNameOf(name) === "pyproject.toml";
}
