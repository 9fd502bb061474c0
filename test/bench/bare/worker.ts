import { PGlite } from "@electric-sql/pglite";

const database = await PGlite.create();
await database.query("SELECT 1");
self.postMessage("ready");
