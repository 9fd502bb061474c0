import { expect, test } from "./stillroom.ts";

const ini = (section: string, database: string): string =>
  `[${section}]\nscript_location = %(here)s/alembic\nsqlalchemy.url = postgresql://ada:secret@localhost/${database}\n`;

const env = `import { config, context } from "alembic";
import { engineFromConfig } from "sqlalchemy";
import { Base } from "../models";

const connectable = engineFromConfig(config.getSection(config.configIniSection) ?? {}, { prefix: "sqlalchemy." });
connectable.connect((connection) => {
  context.configure({ connection, targetMetadata: Base.metadata });
  context.beginTransaction(() => {
    context.execute("SET timezone = 'Asia/Tokyo'");
    context.runMigrations();
  });
});
`;

test("another section of alembic.ini has a database of its own", async ({ stillroom, page }) => {
  await stillroom.open();
  await stillroom.playInstantly();
  await stillroom.openFile("alembic.ini");
  await stillroom.write(`${ini("alembic", "blog")}\n${ini("audit", "audit")}`);
  await stillroom.openFile("env.ts");
  await stillroom.write(env);
  // What the SQL pane sets reaches no command: Alembic has a connection of its own.
  await stillroom.query("SET search_path TO nowhere");
  await stillroom.run("alembic upgrade +1");
  const printed = await stillroom.run("alembic -n audit upgrade +2");
  expect(printed.match(/Context impl/g)).toHaveLength(1);
  expect(printed).toContain("Running upgrade 043bdf6fcef1 -> 88fb11965e20, add users table");
  expect(printed).toContain("That was the database audit");
  expect(await stillroom.run("alembic current")).toContain("043bdf6fcef1");
  expect(await stillroom.run("alembic -n audit current")).toContain("88fb11965e20");
  await expect(stillroom.history).toContainText("1 of 3 applied");
  expect(await stillroom.run('psql -d audit -c "SELECT email FROM users ORDER BY id"')).toContain("ada@example.org");
  expect(await stillroom.run('psql -c "SELECT email FROM users"')).toContain('relation "users" does not exist');
  // What env sets ends with its connection.
  expect(await stillroom.run('psql -c "SHOW timezone"')).not.toContain("Tokyo");
  expect(await stillroom.run('psql -d audit -c "SHOW timezone"')).not.toContain("Tokyo");
  expect(await stillroom.run('psql -d nowhere -c "SELECT 1"')).toContain("There are: blog, audit.");

  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.reload();
  await stillroom.ready();
  expect(await stillroom.run('psql -d audit -c "SELECT email FROM users ORDER BY id"')).toContain("ada@example.org");
  expect(await stillroom.run("alembic -n audit current")).toContain("88fb11965e20");
  expect(await stillroom.run("alembic -n audit downgrade -1")).toContain("Running downgrade 88fb11965e20");
  await stillroom.run("undo");
  expect(await stillroom.run("alembic -n audit current")).toContain("88fb11965e20");
  expect(await stillroom.run("alembic current")).toContain("043bdf6fcef1");
});
