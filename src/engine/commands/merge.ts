import { isTrue } from "../config/config.ts";
import { flagValue, listValue, textValue } from "./argumentValue.ts";
import type { Command } from "./command.ts";
import {
  branchLabelOption,
  messageOption,
  revisionIdOption,
  revisionsPositional,
  spliceOption,
} from "./commandOptions.ts";
import { generateRevision } from "./generateRevision.ts";

/** Source: alembic.command.merge. */
export const merge: Command = {
  name: "merge",
  help: "Write a revision that joins several heads",
  options: [messageOption, branchLabelOption, revisionIdOption, spliceOption],
  positionals: [revisionsPositional],
  run(session, values) {
    const scripts = session.openScripts();
    if (isTrue(session.config.getAlembicOption("revision_environment")))
      session.runEnvironment(scripts, { plan: () => [] });
    generateRevision(session, scripts, {
      revision: textValue(values, "rev_id") || session.world.randomId(),
      message: textValue(values, "message"),
      head: listValue(values, "revisions"),
      splice: flagValue(values, "splice"),
      branchLabel: textValue(values, "branch_label"),
      versionPath: null,
      dependsOn: [],
      imports: [],
      upgrades: "",
      downgrades: "",
    });
  },
};
