import { describe, expect, it } from "vitest";
import { planEdit, withChange, isFileAction } from "../../src/lessons/actions/applyEdit.ts";
import { editActions } from "../../src/lessons/authoring/editActions.ts";
import type { LessonFiles } from "../../src/lessons/format/lesson.ts";

const models = `export const Post = Base.model("posts", {
  id: Column(Integer),
  title: Column(Text),
});

export const Tag = Base.model("tags", {
  id: Column(Integer),
  title: Column(Text),
});
`;
const revision = `export const revision = "0123456789ab";

export function upgrade(): void {
}

export function downgrade(): void {
}
`;
const revisionPath = "alembic/versions/0123456789ab_add_tags.ts";

/** Another learner's files, in which the generated revision has another id. */
function played(before: LessonFiles, after: LessonFiles, start: LessonFiles): LessonFiles {
  return editActions(before, after, start).reduce((files, action) => {
    if (!isFileAction(action)) throw new Error(`${action.kind} is no edit`);
    return withChange(files, planEdit(files, action));
  }, before);
}

describe("recorded edits", () => {
  it("lead from one state to the other", () => {
    const before = { "models.ts": models, "old.ts": "gone", [revisionPath]: revision };
    const after = {
      "models.ts": models.replace(
        "  title: Column(Text),\n});\n\nexport const Tag",
        "  body: Column(Text),\n});\n\nexport const Tag",
      ),
      "new.ts": "here",
      [revisionPath]: revision.replace("upgrade(): void {\n}", 'upgrade(): void {\n  op.dropTable("tags");\n}'),
    };
    expect(played(before, after, { "models.ts": models, "old.ts": "gone" })).toEqual(after);
  });

  it("take as many lines around the change as make it unique", () => {
    const after = models.replace(/title: Column\(Text\),\n\}\);\n$/, "title: Column(String),\n});\n");
    const [action] = editActions({ "models.ts": models }, { "models.ts": after }, { "models.ts": models });
    expect(action).toMatchObject({ kind: "edit", edit: "models.ts" });
    expect(played({ "models.ts": models }, { "models.ts": after }, { "models.ts": models })).toEqual({
      "models.ts": after,
    });
  });

  it("name what is inside of a function, and leave the random id of a generated file open", () => {
    const after = revision.replace("downgrade(): void {\n}", 'downgrade(): void {\n  op.dropTable("tags");\n}');
    expect(editActions({ [revisionPath]: revision }, { [revisionPath]: after }, {})).toEqual([
      {
        kind: "edit",
        edit: "alembic/versions/*_add_tags.ts",
        inside: "downgrade",
        with: 'op.dropTable("tags");\n',
      },
    ]);
  });
});
