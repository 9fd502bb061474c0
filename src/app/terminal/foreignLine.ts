/**
 * What to type instead of a line that belongs elsewhere: SQL, another way to call Alembic, another tool. People bring them from their
 * courses and their own terminals.
 * @returns null: the line is none of these
 */
export function foreignLine(line: string): string | null {
  const text = line.trim();
  if (sql.test(text)) return `That is SQL: ${asPsql(text)}, or the SQL tab, which has room for more.`;
  const called = runners.exec(text)?.[1];
  if (called !== undefined) return `Without what stands before it: ${called}`;
  const [, tool, command, rest] = /^(flask db|python3? manage\.py)\s+(\S+)\s*(.*)$/.exec(text) ?? [];
  if (tool !== undefined && command !== undefined) {
    const own = ownCommand(command, rest ?? "");
    if (own !== null) return `${tool.startsWith("flask") ? "Flask-Migrate calls Alembic" : "Here it is"}: ${own}`;
  }
  const name = /^\S+/.exec(text)?.[0] ?? "";
  return tools.find(({ names }) => names.includes(name))?.says ?? null;
}

const sql =
  /^(select|with|explain|truncate|vacuum|grant|revoke|begin|commit|rollback|insert\s+into|delete\s+from|update\s+\S+\s+set|copy\s+\S+\s+(from|to)|comment\s+on|(create|alter|drop)\s+(or\s+replace\s+|unique\s+|temporary\s+|temp\s+|materialized\s+)*(table|index|type|view|schema|sequence|extension|database|function|trigger|role|user|domain))(?=[\s;(*]|$)/i;

/** The line as one that runs; a long one is left to the reader. */
function asPsql(text: string): string {
  const statement = text.replace(/;\s*$/, "");
  if (statement.length > 80 || /["\\$`\n]/.test(statement)) return 'psql -c "…" runs it here';
  return `psql -c "${statement}" runs it here`;
}

const runners = new RegExp(
  `^(?:(?:${[
    "sudo",
    "[A-Z_][A-Z0-9_]*=\\S*",
    "(?:python|py)[0-9.]* -m",
    "(?:poetry|pipenv|pdm|hatch|rye|uv) run(?: --?\\S+)*",
    "uvx",
    "npx",
    "docker(?:-| )compose (?:exec|run)(?: --?\\S+)* [^\\s-]\\S*",
    "docker exec(?: --?\\S+)* [^\\s-]\\S*",
  ].join("|")})\\s+)+(alembic(?:\\s.*)?)$`,
);

/** Alembic's own command for one of Flask-Migrate or Django. */
function ownCommand(command: string, rest: string): string | null {
  switch (command) {
    case "init":
      return "alembic init alembic";
    case "migrate":
    case "makemigrations":
      return `alembic revision --autogenerate ${rest.includes("-m") ? rest : '-m "message"'}`;
    case "upgrade":
      return `alembic upgrade ${rest === "" ? "head" : rest}`;
    case "downgrade":
      return `alembic downgrade ${rest === "" ? "-1" : rest}`;
    case "showmigrations":
      return "alembic history -i";
    case "revision":
    case "merge":
    case "current":
    case "history":
    case "heads":
    case "branches":
    case "show":
    case "stamp":
    case "check":
      return `alembic ${command} ${rest}`.trim();
    default:
      return null;
  }
}

const tools: readonly { readonly names: readonly string[]; readonly says: string }[] = [
  {
    names: ["pip", "pip3", "conda", "poetry", "pipenv", "uv", "apt", "apt-get", "brew", "npm", "yarn", "pnpm"],
    says: "Nothing needs to be installed: Alembic and PostgreSQL are part of this page.",
  },
  {
    names: ["python", "python3", "py", "node", "flask", "uvicorn", "gunicorn", "pytest"],
    says: "Only alembic can be started here; it runs env and the revisions by itself.",
  },
  {
    names: ["cd", "pwd", "mkdir", "touch", "rm", "mv", "cp"],
    says: "There is one folder, the project's. Files are made, renamed and removed in the list of files, by + and the right mouse button.",
  },
  {
    names: ["vi", "vim", "nano", "emacs", "code", "less", "more"],
    says: "Files open in the editor: choose one in the list of files. cat FILE prints one here.",
  },
  {
    names: ["git"],
    says: "There is no git here. undo takes the last command back; Share makes a copy that stays as it is.",
  },
  {
    names: ["docker", "docker-compose", "pg_ctl", "createdb", "dropdb", "service", "systemctl"],
    says: "The database runs in this tab already. reset begins again with an empty one.",
  },
  {
    names: ["exit", "quit", "logout"],
    says: "Just close the tab: files, history and database are kept in this browser.",
  },
];
