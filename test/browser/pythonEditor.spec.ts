import { expect, test } from "./stillroom.ts";

test("Python: the editor completes, explains and underlines", async ({ stillroom, page }) => {
  await stillroom.open();
  await page.getByRole("button", { name: "Language: TypeScript" }).click();
  await page.getByRole("menuitem", { name: /^From scratch \(Python\)/ }).click();
  await stillroom.ready();
  await stillroom.openFile("models.py");
  const content = page.locator(".monaco-editor .view-lines").first();

  await test.step("mistakes are underlined and listed before anything runs, and nothing else is", async () => {
    await stillroom.write(`import os.path
import sqlalchemy as sa
from sqlalchemy import *
from alembic import op
from logging.config import fileConfig
from alembic import context
fileConfig(context.config.config_file_name)
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column
class Base(DeclarativeBase):
    @declared_attr.directive
    def __tablename__(cls):
        return cls.__name__.lower()
class Post(Base):
    id: Mapped[int] = mapped_column(sa.Integer(), primary_key=True)
    at = sa.Column(sa.TIMESTAMP(timezone=True), server_default=sa.func.now())
    title: Mapped[str] = mapped_column(sa.String(200))
newest = sa.select(Post).where(Post.id.in_([1])).order_by(Post.id.desc())
first = Post(title="one")
numbers = Sequence("numbers")
name = sa.Strng
op.creat_table("posts")
op.drop_table()
`);
    await page.getByRole("tab", { name: /^Problems/ }).click();
    const found = page.getByRole("list", { name: "Underlined in the code" }).getByRole("listitem");
    await expect(found).toContainText(
      [
        /"creat_table" is not a known attribute[\s\S]*models.py:21/,
        /Argument missing for parameter "table_name"[\s\S]*models.py:22/,
      ],
      { timeout: 60_000 },
    );
    // What the comparison tells of a line is told once.
    await expect(page.getByRole("list", { name: "Problems" })).toContainText("models.py:20");
    await expect(page.locator(".squiggly-warning, .squiggly-error").first()).toBeAttached();
    await page.getByRole("tab", { name: "Terminal" }).click();
  });

  await test.step("completion of what the library has", async () => {
    await stillroom.write("import sqlalchemy as sa\n\n");
    await content.click();
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.type("sa.TIMEST");
    await page.keyboard.press("Control+Space");
    await expect(page.getByRole("option", { name: /^TIMESTAMP/ })).toBeVisible({ timeout: 30_000 });
    await page.keyboard.press("Enter");
  });

  await test.step("the signature of a function of the library", async () => {
    await page.keyboard.type("(");
    await expect(page.locator(".parameter-hints-widget")).toContainText("timezone", { timeout: 30_000 });
    await page.keyboard.press("Escape");
  });

  await test.step("what a name is, and where it is written", async () => {
    await page.locator(".view-line span", { hasText: "TIMESTAMP" }).last().hover();
    await expect(page.locator(".monaco-hover").first()).toContainText("TIMESTAMP", { timeout: 30_000 });
    await page.keyboard.press("ControlOrMeta+F12");
  });
});
