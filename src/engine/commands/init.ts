import { CommandError } from "../errors.ts";
import { absolutePath, folderOf, pathInProject, relativePath } from "../script/projectPath.ts";
import { flagValue, textValue } from "./argumentValue.ts";
import type { Command } from "./command.ts";

/** Source: alembic.command.init. */
export const init: Command = {
  name: "init",
  help: "Make a new folder for migrations, with env and alembic.ini",
  options: [
    { flags: ["-t", "--template"], destination: "template", kind: "value", defaultValue: "generic", help: "Which template to start from" },
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
    if (files.list().some((path) => path.startsWith(`${folderInProject}/`)) || files.hasFolder(`${folderInProject}/versions`)) {
      throw new CommandError(`Directory ${normalized(given)} already exists and is not empty`);
    }
    const template = world.templates.find((candidate) => candidate.name === templateName);
    if (template === undefined) throw new CommandError(`No such template ${templateName}`);
    const makeFolder = (path: string) => session.status(`Creating directory ${path}`, () => files.makeFolder(requireInProject(projectFolder, path)));
    if (!files.hasFolder(folderInProject)) makeFolder(folder);
    makeFolder(`${folder}/versions`);

    const iniPath = absolutePath(projectFolder, session.config.fileName);
    const iniInProject = requireInProject(projectFolder, iniPath);
    const location = given.startsWith("/") ? given : `%(here)s/${relativePath(folderOf(iniPath), folder)}`;
    for (const [name, text] of Object.entries(template.files).sort(([left], [right]) => (left < right ? -1 : 1))) {
      if (name === "alembic.ini") {
        if (files.read(iniInProject) !== null) session.message(`File ${iniPath} already exists, skipping`);
        else session.status(`Generating ${iniPath}`, () => files.write(iniInProject, text.replaceAll("${script_location}", location)), false);
      } else {
        session.status(`Generating ${folder}/${name}`, () => files.write(`${folderInProject}/${name}`, text), false);
      }
    }
    if (flagValue(values, "package")) {
      for (const path of [`${folder}/__init__.py`, `${folder}/versions/__init__.py`]) {
        session.status(`Adding ${path}`, () => files.write(requireInProject(projectFolder, path), ""));
      }
    }
    session.message(`Please edit configuration/connection/logging settings in ${iniPath} before proceeding.`);
  },
};

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
