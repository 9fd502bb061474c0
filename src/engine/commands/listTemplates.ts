import type { Command } from "./command.ts";

/** Source: alembic.command.list_templates. */
export const listTemplates: Command = {
  name: "list_templates",
  help: "List the templates that init can use",
  options: [],
  positionals: [],
  run(session) {
    session.print("Available templates:\n");
    for (const template of session.world.templates) {
      session.print(`${template.name} - ${(template.files["README"] ?? "").split("\n")[0]?.trimEnd() ?? ""}`);
    }
    session.print("\nTemplates are used via the 'init' command, e.g.:");
    session.print("\n  alembic init --template generic ./scripts");
  },
};
