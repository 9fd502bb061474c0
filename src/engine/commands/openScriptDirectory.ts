import { CommandError, ProgramError } from "../errors.ts";
import { pythonString } from "../pythonLiteral.ts";
import { defaultFileTemplate } from "../script/fileTemplate.ts";
import { ScriptDirectory } from "../script/scriptDirectory.ts";
import type { CommandSession } from "./commandSession.ts";
import { runPostWriteHooks } from "./runPostWriteHooks.ts";

/** The script directory that alembic.ini describes. Source: ScriptDirectory.from_config. */
export function openScriptDirectory(session: CommandSession): ScriptDirectory {
  const { config, world } = session;
  const location = config.getAlembicOption("script_location");
  if (location === null) throw new CommandError("No 'script_location' key found in configuration.");
  const slugLength = config.getAlembicOption("truncate_slug_length");
  const truncateSlugLength = slugLength === null ? 40 : integerOption(slugLength);
  world.program.prependPaths?.(config.prependSysPaths);
  return new ScriptDirectory({
    folder: location,
    projectFolder: session.projectFolder,
    files: world.files,
    program: world.program,
    config: {
      configFileName: config.fileName,
      configIniSection: config.section,
      getMainOption: (name) => config.getMainOption(name),
      getSection: (name) => config.getSection(name),
    },
    suffix: world.revisionSuffix,
    fileTemplate: config.getAlembicOption("file_template") ?? defaultFileTemplate,
    truncateSlugLength,
    timezone: config.getAlembicOption("timezone") || null,
    versionLocations: config.versionLocations,
    recursiveVersionLocations: config.getBooleanOption("recursive_version_locations"),
    now: () => world.now(),
    microseconds: () => world.microseconds?.() ?? 0,
    warn: (text) => session.log.warn(text),
    status: (text, work) => session.status(text, work),
    revisionWritten: () => runPostWriteHooks(session),
  });
}

function integerOption(text: string): number {
  if (!/^\s*[+-]?\d+\s*$/.test(text))
    throw new ProgramError("ValueError", `invalid literal for int() with base 10: ${pythonString(text)}`);
  return Number(text) || 40;
}
