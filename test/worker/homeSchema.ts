/** A database with about everything that PostgreSQL's schemas are made of. */
export const homeSchema = `
CREATE SCHEMA stock;
CREATE TYPE mood AS ENUM ('glad', 'sad''s');
CREATE TYPE stock.size AS (w int, h numeric(4, 1));
CREATE DOMAIN positive AS integer DEFAULT 1 NOT NULL CHECK (VALUE > 0);
CREATE SEQUENCE tickets START 100 INCREMENT 5;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.seen := now(); RETURN NEW; END $$;
CREATE TABLE users (
  id serial PRIMARY KEY,
  email varchar(200) NOT NULL UNIQUE,
  seen timestamptz DEFAULT now() NOT NULL,
  mood mood DEFAULT 'glad',
  tags text[] NOT NULL DEFAULT '{}',
  data jsonb,
  ticket int DEFAULT nextval('tickets'),
  loud text GENERATED ALWAYS AS (upper(email)) STORED,
  CONSTRAINT adult CHECK (length(email) > 3)
);
CREATE TABLE "Posts ""x""" (
  id bigint GENERATED ALWAYS AS IDENTITY (START WITH 7) PRIMARY KEY,
  owner_id int REFERENCES users ON DELETE CASCADE,
  title text COLLATE "C" NOT NULL,
  price numeric(10, 2) NOT NULL DEFAULT 0
);
CREATE TABLE stock.parts (a int, b text, PRIMARY KEY (a, b), UNIQUE NULLS NOT DISTINCT (b));
CREATE TABLE measured (at date NOT NULL, v double precision) PARTITION BY RANGE (at);
CREATE TABLE measured_2026 PARTITION OF measured FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE INDEX posts_title ON "Posts ""x""" (lower(title) DESC) WHERE price > 0;
CREATE UNIQUE INDEX users_mood ON users USING btree (mood, email) INCLUDE (seen);
CREATE VIEW glad AS SELECT id, email FROM users WHERE mood = 'glad';
CREATE TRIGGER touched BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();
COMMENT ON TABLE users IS 'it''s them';
COMMENT ON COLUMN users.email IS 'address';
INSERT INTO users (email, mood, tags, data) VALUES ('ada@example.org', 'sad''s', '{a,"b c"}', '{"k": [1, null]}'), ('o''brien@example.org', NULL, '{}', NULL);
INSERT INTO "Posts ""x""" (owner_id, title, price) SELECT 1, 'row ' || g || E'\\n\\t\\\\ é ☃', g FROM generate_series(1, 450) g;
INSERT INTO stock.parts VALUES (1, 'x'), (2, 'y');
INSERT INTO measured VALUES ('2026-05-05', 'NaN'), ('2026-05-06', 1e300);
`;
