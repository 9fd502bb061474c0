import { guestFiles } from "../../../languages/python/guestFiles.ts";
import type { FileMap } from "../../../worker/messages.ts";
import { guestFolder, projectFolder } from "./serverPaths.ts";

/** What a project's own mistakes are told apart by; types that the packages leave open are no mistakes of the user's. */
const configuration = {
  pythonVersion: "3.14",
  pythonPlatform: "Linux",
  typeCheckingMode: "basic",
  extraPaths: [guestFolder],
  // Where its build keeps the standard library; without the place, nothing of it is found.
  typeshedPath: "/typeshed",
  reportMissingModuleSource: "none",
  reportWildcardImportFromLibrary: "none",
  reportAttributeAccessIssue: "warning",
  reportArgumentType: "warning",
  reportAssignmentType: "none",
  reportOptionalMemberAccess: "none",
  reportReturnType: "none",
  reportIndexIssue: "none",
};

/** Absolute path -> text, of everything that the server may read at its start. */
export function serverFiles(project: FileMap): Readonly<Record<string, string>> {
  const files: Record<string, string> = {
    [`${projectFolder}/pyrightconfig.json`]: JSON.stringify(configuration),
  };
  for (const [path, text] of Object.entries(guestFiles)) files[`${guestFolder}/${path}`] = text;
  for (const path of pythonPaths(project)) files[`${projectFolder}/${path}`] = project[path] ?? "";
  return files;
}

export function pythonPaths(project: FileMap): readonly string[] {
  return Object.keys(project).filter((path) => path.endsWith(".py"));
}
