import { starters } from "../../../src/workspace/starters/starters.ts";
import type { TestDatabase } from "../../database/openTestDatabase.ts";
import type { Project } from "../projectRunner.ts";
import { openPythonProject } from "./openPythonProject.ts";

const scratch = starters.find(({ id }) => id === "scratch-python")?.files ?? {};

/** The starter "From scratch (Python)" on a database that is emptied. */
export function openScratchProject(database: TestDatabase): Project {
  database.reset();
  return openPythonProject(database.connection, scratch);
}
