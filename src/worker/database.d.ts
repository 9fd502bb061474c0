/** The data directory that the build made. */
declare module "virtual:database" {
  const database: {
    /** Tells one data directory from another. */
    readonly content: string;
    /** PGlite's version. */
    readonly pglite: string;
    /** PostgreSQL's version. */
    readonly serverVersion: string;
  };
  export default database;
}
