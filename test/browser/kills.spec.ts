import { killAtRandom } from "./kills.ts";
import { test } from "./stillroom.ts";

/** `npm run kills` runs 200 of them. */
const kills = Number(process.env["KILLS"] ?? 2);

test("a page that ends at any moment leaves a database and files that belong together", async ({ context }) => {
  test.setTimeout(60_000 + kills * 20_000);
  await killAtRandom(context, kills, 14);
});
