// Where the database is. alembic/env.ts hands this to Alembic.
export const settings = {
  user: "stillroom",
  password: "distilled",
  host: "localhost",
  port: 5432,
  database: "posts",
};
