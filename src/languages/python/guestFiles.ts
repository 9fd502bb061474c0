const texts: Readonly<Record<string, string>> = import.meta.glob("./guest/**/*.py", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The packages that project files import (`alembic`, `sqlalchemy`, ...): path below the library's folder -> text. */
export const guestFiles: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(texts).map(([path, text]) => [path.replace("./guest/", ""), text]),
);
