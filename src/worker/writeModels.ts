import type { Connection } from "../engine/connection.ts";
import { reflect } from "../engine/reflection/reflect.ts";
import { writtenTable } from "../engine/reflection/writtenTable.ts";
import { renderModels } from "../languages/python/project/renderModels.ts";
import { renderMetadata } from "../languages/typescript/project/renderMetadata.ts";
import type { ProjectLanguage } from "./projectLanguage.ts";

/** The text of models.ts or models.py with all that the database holds but Alembic's own table. */
export function writeModels(connection: Connection, language: ProjectLanguage): string {
  const reflected = reflect(connection).tables.filter(({ name }) => name !== "alembic_version");
  const tables = reflected.map(writtenTable);
  switch (language) {
    case "typescript":
      return renderMetadata({ tables });
    case "python":
      return renderModels({ tables }, "database.py");
  }
}
