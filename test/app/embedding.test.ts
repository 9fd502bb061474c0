import { describe, expect, it } from "vitest";
import { embedCode, readEmbedding } from "../../src/app/embedding.ts";

const at = (search: string) => readEmbedding({ search, pathname: "/some/path/", hash: "#v1/abc" });

describe("the address of an embedded page", () => {
  it("is nothing without embed", () => expect(at("?theme=dark")).toBeNull());

  it("names panes and theme; what it does not know is left out", () => {
    expect(at("?embed")).toEqual({
      panes: ["history", "code", "database"],
      theme: "system",
      address: "/some/path/#v1/abc",
    });
    expect(at("?embed=terminal,history,secrets&theme=dark")).toMatchObject({
      panes: ["history", "terminal"],
      theme: "dark",
    });
    expect(at("?embed=nothing&theme=pink")).toMatchObject({ panes: ["history", "code", "database"], theme: "system" });
  });

  it("becomes code for a page, in which no name can be markup", () => {
    const code = embedCode("https://host.example/a/#v1/x-y_z", '"><script>alert(1)</script>');
    expect(code).toContain('src="https://host.example/a/?embed#v1/x-y_z"');
    expect(code).not.toContain("<script");
  });
});
