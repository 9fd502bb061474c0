import type { RecordedProject } from "../../../engine/commands/recordProject.ts";
import type { TranslatedProject } from "../../translatedProject.ts";
import { projectTemplate } from "../projectTemplate.ts";
import { renderEnvironmentFile } from "./renderEnvironmentFile.ts";
import { renderBase, renderMetadata } from "./renderMetadata.ts";
import { renderRevisionFile } from "./renderRevisionFile.ts";

/**
 * Writes a recorded project, whatever its language was, as a TypeScript one with the same history, models and settings.
 * @param ini the text of alembic.ini
 */
export function renderTypeScriptProject(recorded: RecordedProject, ini: string): TranslatedProject {
  const { environmentPath, configure, metadata, url } = recorded;
  const models = metadata[0] ?? { tables: [] };
  const folder = environmentPath.replace(/\/?env\.\w+$/, "");
  const environment = renderEnvironmentFile(environmentPath, configure);
  const revisions = recorded.revisions.map((revision) => ({
    path: revision.path.replace(/\.py$/, ".ts"),
    ...renderRevisionFile(revision),
  }));
  return {
    files: {
      "alembic.ini": typeScriptIni(ini, url),
      "database.ts": renderBase(models),
      "models.ts": renderMetadata(models),
      [`${folder}/env.ts`]: environment.text,
      [`${folder}/script.ts.template`]: projectTemplate.files["script.ts.template"] ?? "",
      ...Object.fromEntries(revisions.map(({ path, text }) => [path, text])),
    },
    remarks: [
      ...environment.remarks,
      ...(metadata.length > 1 ? [`${environmentPath}: it names several metadata; models.ts holds the first`] : []),
      ...revisions.flatMap((revision) => revision.remarks),
    ],
  };
}

/** The same settings; `sqlalchemy.url` is what env set it to. */
function typeScriptIni(ini: string, url: string | null): string {
  const text = ini.replaceAll("env.py", "env.ts");
  if (url === null) return text;
  return text.replace(/^sqlalchemy\.url\s*=.*$/m, () => `sqlalchemy.url = ${url.replaceAll("%", "%%")}`);
}
