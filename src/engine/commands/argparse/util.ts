import { pythonString } from "../../pythonLiteral.ts";

/** What argparse uses of Node's `util`, where there is no Node: the repr of a text in its messages. */
export function inspect(value: unknown): string {
  return typeof value === "string" ? pythonString(value) : String(value);
}

inspect.custom = Symbol("inspect");
