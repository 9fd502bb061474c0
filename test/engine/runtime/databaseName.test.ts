import { expect, it } from "vitest";
import { databaseName } from "../../../src/engine/runtime/databaseName.ts";

it.each([
  ["postgresql://ada:secret@localhost:5432/blog", "blog"],
  ["postgresql+psycopg2://ada:p%40ss@localhost/my%20blog?sslmode=require", "my blog"],
  ["postgresql://localhost/blog", "blog"],
  ["postgresql:///blog", "blog"],
  ["postgresql://ada@localhost", "ada"],
  ["postgresql://ada:secret@localhost/", "ada"],
  ["postgresql://localhost", ""],
  ["postgresql://localhost/100%", "100%"],
])("%s names %s", (url, name) => expect(databaseName(url)).toBe(name));
