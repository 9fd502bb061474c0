import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeLink, encodeLink, parseSharedWorkspace, sharingMistake } from "../../src/workspace/link/encodeLink.ts";
import { LinkError } from "../../src/workspace/link/linkError.ts";
import { linkLength } from "../../src/workspace/link/linkLength.ts";
import { filesOfShared, sharedFiles } from "../../src/workspace/link/shareWorkspace.ts";
import type { SharedWorkspace } from "../../src/workspace/link/sharedWorkspace.ts";
import { starters } from "../../src/workspace/starters/starters.ts";

const part = fc.string({ unit: fc.constantFrom(..."abcxyz019_- é☃"), minLength: 1, maxLength: 12 });
const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => `${parts.join("/")}.ts`);
const workspace: fc.Arbitrary<SharedWorkspace> = fc.record(
  {
    v: fc.constant(1 as const),
    name: fc.string({ maxLength: 100 }),
    files: fc.dictionary(path, fc.string({ unit: "grapheme", maxLength: 400 }), { maxKeys: 12 }),
    heads: fc.array(fc.stringMatching(/^[0-9a-f]{4,12}$/), { maxLength: 3 }),
    rows: fc.string({ maxLength: 200 }),
    open: fc.record({ path, line: fc.integer({ min: 1, max: 9999 }) }),
    view: fc.constantFrom("schema" as const, "data" as const),
    play: fc.constant("alembic upgrade head"),
  },
  { requiredKeys: ["v", "name", "files", "heads"] },
);

describe("a link", () => {
  it("gives back what it was made of, for 500 workspaces", async () => {
    await fc.assert(
      fc.asyncProperty(workspace, async (shared) => {
        const link = await encodeLink(shared);
        expect(link).toMatch(/^v1\/[A-Za-z0-9_-]+$/);
        expect(await decodeLink(link)).toEqual(shared);
      }),
      { numRuns: 500, seed: 6 },
    );
  });

  it("that is changed anywhere says so and does nothing else, 2,000 times", async () => {
    const [blog] = starters;
    if (blog === undefined) throw new Error("no starter");
    const link = await encodeLink({ v: 1, name: "Blog", files: { ...blog.files }, heads: ["9b1e40c2a7d3"] });
    const mutation = fc.tuple(
      fc.nat(link.length - 1),
      fc.constantFrom("cut", "drop", "change", "insert"),
      fc.string({ maxLength: 3 }),
    );
    await fc.assert(
      fc.asyncProperty(mutation, async ([at, kind, text]) => {
        const mutated = {
          cut: link.slice(0, at),
          drop: link.slice(0, at) + link.slice(at + 1),
          change: link.slice(0, at) + text + link.slice(at + text.length),
          insert: link.slice(0, at) + text + link.slice(at),
        }[kind];
        const start = performance.now();
        try {
          const shared = await decodeLink(mutated ?? "");
          expect(typeof shared.name).toBe("string");
        } catch (error) {
          expect(error).toBeInstanceOf(LinkError);
        }
        expect(performance.now() - start).toBeLessThan(1000);
      }),
      { numRuns: 2000, seed: 7 },
    );
  });

  it("cannot be a bomb", async () => {
    const bomb = await encodeLink({ v: 1, name: "x", files: { "a.ts": "0".repeat(20_000_000) }, heads: [] });
    expect(bomb.length).toBeLessThan(40_000);
    await expect(decodeLink(bomb)).rejects.toThrow(new LinkError("tooLarge"));
  });

  it.each([
    ["", "notALink"],
    ["v9/abc", "newer"],
    ["v1/", "damaged"],
    ["v1/%%%", "damaged"],
  ] as const)("%j is refused as %s", async (text, fault) => {
    await expect(decodeLink(text)).rejects.toThrow(new LinkError(fault));
  });

  it.each([
    [{ files: { "../x.ts": "" } }, "files.../x.ts is not a path inside of the project"],
    [{ files: { "/etc/x": "" } }, "files./etc/x is not a path inside of the project"],
    [{ heads: ["a; DROP"] }, "heads.0 is no revision id"],
    [{ files: { "a.ts": 7 } }, "files.a.ts "],
    [{ more: 1 }, "more "],
  ])("%j is refused with its place", (fields, detail) => {
    const json = JSON.stringify({ v: 1, name: "x", files: {}, heads: [], ...fields });
    expect(() => parseSharedWorkspace(json)).toThrow(`What this link holds is not a workspace: ${detail}`);
  });
});

describe("what a link may not hold", () => {
  const shared: SharedWorkspace = { v: 1, name: "Blog", files: {}, heads: [] };

  it("is said to whom makes it", () => {
    expect(sharingMistake(shared)).toBeNull();
    expect(sharingMistake({ ...shared, files: { "models.ts": "x".repeat(400_001) } })).toBe(
      "files.models.ts is longer than 400,000 characters",
    );
    expect(sharingMistake({ ...shared, play: "x".repeat(301) })).toBe("play is longer than 300 characters");
    const files = Object.fromEntries(Array.from({ length: 401 }, (_, index) => [`${index}.ts`, ""]));
    expect(sharingMistake({ ...shared, files })).toBe("files holds more than 400 files");
  });

  it("is a text that is too long to be opened", () => {
    expect(linkLength("x".repeat(1_000_000)).tone).toBe("tooLong");
    expect(linkLength("x".repeat(1_000_001)).tone).toBe("unopenable");
  });
});

describe("the files of a link", () => {
  it("are what differs from the starter", () => {
    const [blog] = starters;
    if (blog === undefined) throw new Error("no starter");
    const { "config.ts": _gone, ...rest } = blog.files;
    const files = { ...rest, "models.ts": "changed", "new.ts": "new" };
    const shared = sharedFiles(files, blog);
    expect(shared).toEqual({
      base: "blog",
      files: { "models.ts": "changed", "new.ts": "new" },
      without: ["config.ts"],
    });
    expect(filesOfShared({ v: 1, name: "", heads: [], ...shared }, starters)).toEqual(files);
  });
});
