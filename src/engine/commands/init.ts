import { CommandError, ProgramError } from "../errors.ts";
import type { Files } from "../files.ts";
import { pythonString } from "../pythonLiteral.ts";
import { isTomlTable, parseToml } from "../config/parseToml.ts";
import { absolutePath, folderOf, pathInProject, relativePath } from "../script/projectPath.ts";
import { flagValue, textValue } from "./argumentValue.ts";
import type { Command } from "./command.ts";

/** Source: alembic.command.init. */
export const init: Command = {
  name: "init",
  help: "Make a new folder for migrations, with env and alembic.ini",
  options: [
    {
      flags: ["-t", "--template"],
      destination: "template",
      kind: "value",
      defaultValue: "generic",
      help: "Which template to start from",
    },
    { flags: ["--package"], destination: "package", kind: "flag", help: "Write empty __init__.py files too" },
  ],
  positionals: [{ name: "directory", count: "one", help: "the folder to make" }],
  run(session, values) {
    const { world, projectFolder } = session;
    const { files } = world;
    const given = textValue(values, "directory") ?? "";
    const folder = absolutePath(projectFolder, given);
    const folderInProject = requireInProject(projectFolder, folder);
    const templateName = textValue(values, "template") ?? "generic";
    const prefix = folderInProject === "" ? "" : `${folderInProject}/`;
    const inside = [...files.list(), ...(files.listFolders?.() ?? [])].filter(
      (path) => path !== prefix && path.startsWith(prefix),
    );
    if (inside.length > 0 || files.hasFolder(`${prefix}versions`)) {
      throw new CommandError(`Directory ${normalized(given)} already exists and is not empty`);
    }
    const template = world.templates.find((candidate) => candidate.name === templateName);
    if (template === undefined)
      throw new CommandError(`No such template ${world.templatesFolder ?? "templates"}/${templateName}`);
    const makeFolder = (path: string) =>
      session.status(`Creating directory ${path}`, () => files.makeFolder(requireInProject(projectFolder, path)));
    if (folderInProject !== "" && !files.hasFolder(folderInProject)) makeFolder(folder);
    makeFolder(`${folder}/versions`);

    const iniPath = absolutePath(projectFolder, session.config.fileName);
    const iniInProject = requireInProject(projectFolder, iniPath);
    const tomlPath = absolutePath(projectFolder, session.tomlPath);
    const tomlInProject = requireInProject(projectFolder, tomlPath);
    const locationFrom = (configPath: string) =>
      given.startsWith("/") ? normalized(given) : fromHere(relativePath(folderOf(configPath), folder));
    let hasToml = false;
    for (const [name, text] of Object.entries(template.files).sort(([left], [right]) => (left < right ? -1 : 1))) {
      if (name === "alembic.ini") {
        if (files.read(iniInProject) !== null) session.message(`File ${iniPath} already exists, skipping`);
        else
          session.status(
            `Generating ${iniPath}`,
            () => writeIn(files, iniPath, iniInProject, filled(text, locationFrom(iniPath))),
            false,
          );
      } else if (name === "pyproject.toml") {
        hasToml = true;
        const content = filled(text, locationFrom(tomlPath));
        const existing = files.read(tomlInProject);
        if (existing === null)
          session.status(`Generating ${tomlPath}`, () => files.write(tomlInProject, content), false);
        else if (hasAlembicSection(existing, tomlPath))
          session.message(`File ${tomlPath} already exists and already has a [tool.alembic] section, skipping`, false);
        else
          session.status(
            `Appending to existing ${tomlPath}`,
            () => files.write(tomlInProject, `${existing}\n\n${content}`),
            false,
          );
      } else {
        session.status(`Generating ${folder}/${name}`, () => files.write(`${prefix}${name}`, text), false);
      }
    }
    if (flagValue(values, "package")) {
      for (const path of [`${folder}/__init__.py`, `${folder}/versions/__init__.py`]) {
        session.status(`Adding ${path}`, () => files.write(requireInProject(projectFolder, path), ""));
      }
    }
    const settings = hasToml
      ? `configuration settings in ${tomlPath} and configuration/connection/logging settings`
      : "configuration/connection/logging settings";
    session.message(`Please edit ${settings} in ${iniPath} before proceeding.`);
  },
};

/** @throws ProgramError where the folder does not exist: only the folder of the migrations is made */
function writeIn(files: Files, path: string, inProject: string, content: string): void {
  const folder = folderOf(inProject);
  if (folder !== "" && !files.hasFolder(folder))
    throw new ProgramError("FileNotFoundError", `[Errno 2] No such file or directory: ${pythonString(path)}`);
  files.write(inProject, content);
}

function fromHere(path: string): string {
  return path === "." ? "%(here)s" : `%(here)s/${path}`;
}

function filled(text: string, location: string): string {
  return text.replaceAll("${script_location}", location);
}

function hasAlembicSection(text: string, path: string): boolean {
  const { tool } = parseToml(text, path);
  return isTomlTable(tool) && tool["alembic"] !== undefined;
}

/** As Python's pathlib shows a relative path. */
function normalized(path: string): string {
  const parts = path.split("/").filter((part) => part !== "" && part !== ".");
  return (path.startsWith("/") ? "/" : "") + parts.join("/") || ".";
}

function requireInProject(projectFolder: string, path: string): string {
  const inside = pathInProject(projectFolder, path);
  if (inside === null) throw new CommandError(`${path} lies outside the project`);
  return inside;
}
