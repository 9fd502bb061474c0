import { openTestDatabase } from "/work/main/test/database/openTestDatabase.ts";
import { reflect } from "/work/main/src/engine/reflection/reflect.ts";
import { readDatabaseState } from "/work/main/src/engine/reflection/readDatabaseState.ts";
const { connection, reset } = await openTestDatabase();
reset();
const many = (n: number) => connection.executeScript(Array.from({ length: n }, (_, i) => `CREATE TABLE t${i} (id serial primary key, a varchar(50) not null default 'x', b int references t0(id), c timestamptz default now(), d numeric(10,2), e text unique, f boolean, CHECK (d > 0)); CREATE INDEX ix${i} ON t${i} (a, lower(e));`).join("\n"));
const time = (label: string, f: () => unknown) => { for (let k=0;k<5;k++){ const t=performance.now(); f(); console.log(label, (performance.now()-t).toFixed(1)); } };
many(10);
time("reflect 10", () => reflect(connection));
time("state 10", () => readDatabaseState(connection));
for (const [q] of [["schemas"]]) {}
reset(); for (let i=0;i<20;i++) connection.executeScript(Array.from({length:50},(_, k)=>k+i*50).map((i)=>`CREATE TABLE t${i} (id serial primary key, a varchar(50) not null default 'x', b int references t0(id), c timestamptz default now(), d numeric(10,2), e text unique, f boolean, CHECK (d > 0)); CREATE INDEX ix${i} ON t${i} (a, lower(e));`).join("\n"));
time("reflect 1000", () => reflect(connection));
time("state 1000", () => readDatabaseState(connection));
