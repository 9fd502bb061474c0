import type { RecordedProject } from "../../../engine/commands/recordProject.ts";
import type { TranslatedProject } from "../../translatedProject.ts";
import { pythonTemplates } from "../pythonTemplates.ts";
import { renderEnvironmentFile } from "./renderEnvironmentFile.ts";
import { renderModels } from "./renderModels.ts";
import { renderRevisionFile } from "./renderRevisionFile.ts";

/**
 * Writes a recorded project as Python files that `alembic upgrade head` runs on a PostgreSQL.
 * @param ini the text of alembic.ini
 * @param name the workspace's, for the README
 */
export function renderPythonProject(recorded: RecordedProject, ini: string, name: string): TranslatedProject {
  const { environmentPath, configure, metadata, url } = recorded;
  const [models] = metadata;
  const folder = environmentPath.replace(/\/?env\.ts$/, "");
  const environment = renderEnvironmentFile(environmentPath, configure);
  const revisions = recorded.revisions.map((revision) => ({
    path: revision.path.replace(/\.ts$/, ".py"),
    ...renderRevisionFile(revision),
  }));
  const remarks = [
    ...environment.remarks,
    ...(metadata.length > 1 ? [`${environmentPath}: it names several metadata; models.py holds the first`] : []),
    ...revisions.flatMap((revision) => revision.remarks),
  ];
  const template = pythonTemplates.find((candidate) => candidate.name === "generic")?.files["script.py.mako"] ?? "";
  return {
    files: {
      "alembic.ini": pythonIni(ini, url),
      "models.py": renderModels(models ?? { tables: [] }),
      [`${folder}/env.py`]: environment.text,
      [`${folder}/script.py.mako`]: template,
      ...Object.fromEntries(revisions.map(({ path, text }) => [path, text])),
      // Alembic wants the folder, and neither zip nor git keeps an empty one.
      ...(revisions.length === 0 ? { [`${folder}/versions/.gitkeep`]: "" } : {}),
      "requirements.txt": "alembic==1.19.2\nSQLAlchemy>=2.0.52,<2.1\npsycopg2-binary>=2.9\n",
      "README.md": readme(name, remarks),
    },
    remarks,
  };
}

/** The same settings; `sqlalchemy.url` is what env set it to. */
function pythonIni(ini: string, url: string | null): string {
  const text = ini.replaceAll("env.ts", "env.py");
  if (url === null) return text;
  return text.replace(/^sqlalchemy\.url\s*=.*$/m, () => `sqlalchemy.url = ${url.replaceAll("%", "%%")}`);
}

function readme(name: string, remarks: readonly string[]): string {
  const byHand =
    remarks.length === 0
      ? ""
      : `\n## To finish by hand\n\nWhat follows could not be said as operations; the files carry a comment at each place.\n\n${remarks.map((remark) => `- ${remark}`).join("\n")}\n`;
  return `# ${name.replaceAll("\n", " ")}

An Alembic project for PostgreSQL, written out by Stillroom.

    python -m venv .venv && . .venv/bin/activate
    pip install -r requirements.txt
    export DATABASE_URL=postgresql+psycopg2://user:password@localhost:5432/database
    alembic upgrade head

Without DATABASE_URL the address in alembic.ini is used. \`alembic upgrade head --sql\` prints the statements and needs no database.
${byHand}`;
}
