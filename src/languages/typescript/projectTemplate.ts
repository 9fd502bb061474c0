import type { ProjectTemplate } from "../../engine/commands/world.ts";
import ini from "./templates/generic/alembic.ini?raw";
// The bundler makes this default.
// oxlint-disable-next-line import/default
import env from "./templates/generic/env.ts?raw";
import readme from "./templates/generic/README?raw";
import script from "./templates/generic/script.ts.template?raw";

/** What `alembic init` makes in a TypeScript project. Source: alembic/templates/generic. */
export const projectTemplate: ProjectTemplate = {
  name: "generic",
  files: { README: readme, "alembic.ini": ini, "env.ts": env, "script.ts.template": script },
};
