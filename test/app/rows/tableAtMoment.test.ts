import { expect, it } from "vitest";
import { nameAfter, tableAtMoment } from "../../../src/app/rows/tableAtMoment.ts";
import { StateRecorder } from "../../../src/engine/observation/stateRecorder.ts";
import { useTestDatabase } from "../../database/useTestDatabase.ts";

const connection = await useTestDatabase(`CREATE TABLE posts (id integer PRIMARY KEY, body text);
  INSERT INTO posts VALUES (1, repeat('a', 200)), (2, 'short');`);

const read = () => new StateRecorder().readState(connection);

it("finds a table again under the name that it was given, and not one that only looks alike", () => {
  const before = read();
  connection.execute("ALTER TABLE posts RENAME TO articles");
  expect(nameAfter("posts", before, read())).toBe("articles");
  connection.execute("DELETE FROM articles WHERE id = 2");
  expect(nameAfter("posts", before, read())).toBeNull();
});

it("keeps the beginning of a long value, and says how long it is", () => {
  const posts = tableAtMoment(read(), "posts");
  expect(posts).toMatchObject({
    count: 2,
    rows: {
      rows: [
        ["1", `${"a".repeat(120)}… (200 characters)`],
        ["2", "short"],
      ],
    },
  });
  expect(tableAtMoment(read(), "nothing")).toBeNull();
});
