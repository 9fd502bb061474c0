import { readFileSync } from "node:fs";
import { test, expect } from "vitest";
import { decodeOperation, encodeOperation, decodeMetaData } from "/work/main/test/conformance/decode.ts";
import { difference } from "/work/main/test/conformance/difference.ts";
test("rt", () => {
  let bad: string[] = [];
  for (const f of ["ops","autogen"]) for (const l of readFileSync(`/work/shared/conformance/${f}.jsonl`,"utf8").split("\n")) {
    if (!l) continue; const c = JSON.parse(l);
    try {
    if (c.metadata) decodeMetaData(c.metadata);
    for (const o of [...(c.operations ?? (c.operation ? [c.operation] : [])), ...(c.upgrade_ops ?? []), ...(c.downgrade_ops ?? [])]) {
      const d = difference(encodeOperation(decodeOperation(o)), o);
      if (d) bad.push(c.id + d);
    }} catch (e) { bad.push(c.id + String(e)); }
  }
  console.log(bad.length, bad.slice(0, 20).join("\n"));
});
