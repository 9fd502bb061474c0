import { CommandError } from "../errors.ts";
import { fileNameOf } from "../script/projectPath.ts";

export interface ConfigFiles {
  readonly ini: string;
  readonly toml: string;
}

/** The files that `-c` or `ALEMBIC_CONFIG` names. Source: alembic.config, CommandLine._inis_from_config. */
export function configFiles(names: readonly string[], environment: Readonly<Record<string, string>>): ConfigFiles {
  const fromEnvironment = environment["ALEMBIC_CONFIG"] ?? "";
  const ini = fromEnvironment === "" || isToml(fromEnvironment) ? "alembic.ini" : fromEnvironment;
  const toml = isToml(fromEnvironment) ? fromEnvironment : "pyproject.toml";
  const tomls = names.filter(isToml);
  const inis = names.filter((name) => !isToml(name));
  const second = names.find((name, index) => names.slice(0, index).some((earlier) => isToml(earlier) === isToml(name)));
  if (second !== undefined)
    throw new CommandError(
      isToml(second) ? "pyproject.toml indicated more than once" : "only one ini file may be indicated",
    );
  return { ini: inis[0] ?? ini, toml: tomls[0] ?? toml };
}

function isToml(name: string): boolean {
  return fileNameOf(name) === "pyproject.toml";
}
