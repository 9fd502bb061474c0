import { describe, expect, it } from "vitest";
import { scanRevision } from "../../../src/engine/script/scanRevision.ts";

describe("scanRevision", () => {
  it("reads what Alembic's template writes", () => {
    const text = [
      '"""merge the heads',
      "",
      "Revision ID: ae1027a6acf",
      '"""',
      "from typing import Sequence, Union",
      "",
      "# revision identifiers, used by Alembic.",
      "revision: str = 'ae1027a6acf'",
      "down_revision: Union[str, Sequence[str], None] = (",
      "    '1975ea83b712',",
      '    "27c6a30d7c24",',
      ")",
      "branch_labels: Union[str, Sequence[str], None] = None",
      "depends_on: Union[str, Sequence[str], None] = ('shop',)",
    ].join("\n");
    expect(scanRevision(text)).toEqual({
      revision: "ae1027a6acf",
      downRevision: ["1975ea83b712", "27c6a30d7c24"],
      branchLabels: null,
      dependsOn: ["shop"],
      docstring: "merge the heads\n\nRevision ID: ae1027a6acf\n",
    });
  });

  it("reads the TypeScript form", () => {
    const text = `/** create users */
export const revision = "043b2cb8d5d7";
export const downRevision: string | null = null;
export const branchLabels: string[] | null = ["shop", 'stock'];
`;
    expect(scanRevision(text)).toMatchObject({
      revision: "043b2cb8d5d7",
      downRevision: null,
      branchLabels: ["shop", "stock"],
      docstring: " create users ",
    });
  });

  it.each(["", "const x = 1;", "revision = make()", "  revision = 'indented'", "my_revision = 'a'"])(
    "finds none in %j",
    (text) => expect(scanRevision(text)).toBeNull(),
  );
});
