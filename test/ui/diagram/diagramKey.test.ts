import { expect, it } from "vitest";
import { diagramKey } from "../../../src/ui/diagram/input/diagramKey.ts";

const press = (key: string, more: { readonly shiftKey?: boolean; readonly ctrlKey?: boolean } = {}) =>
  diagramKey({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more });

it("reads keys", () => {
  expect(press("ArrowLeft")).toEqual({ kind: "focus", direction: "left" });
  expect(press("ArrowLeft", { shiftKey: true })).toEqual({ kind: "shift", dx: -20, dy: 0 });
  expect(press(" ")).toEqual({ kind: "choose" });
  expect(press("Enter")).toEqual({ kind: "open" });
  expect(press("Escape")).toEqual({ kind: "clear" });
  expect(press("+", { shiftKey: true })).toEqual({ kind: "zoom", factor: 1.25 });
  expect(press("-")).toEqual({ kind: "zoom", factor: 0.8 });
  expect(press("0")).toEqual({ kind: "fit" });
});

it("leaves the others to the page", () => {
  expect([press("Tab"), press("a"), press("+", { ctrlKey: true })]).toEqual([null, null, null]);
});
