/** An expression of the generated TypeScript, before it is broken into lines. */
export type SourceNode =
  | string
  | {
      readonly kind: "call";
      readonly callee: SourceNode;
      readonly args: readonly SourceNode[];
      readonly expanded?: boolean;
    }
  | { readonly kind: "list"; readonly items: readonly SourceNode[] }
  | { readonly kind: "object"; readonly entries: readonly (readonly [string, SourceNode])[] };

/** Values by option name; undefined ones are left out. */
export type SourceOptions = Readonly<Record<string, SourceNode | undefined>>;

const WIDTH = 100;

export function call(callee: SourceNode, ...args: readonly (SourceNode | undefined)[]): SourceNode {
  return { kind: "call", callee, args: args.filter((arg) => arg !== undefined) };
}

/** The trailing options object; undefined when no option is given. */
export function optionsObject(options: SourceOptions): SourceNode | undefined {
  const entries = Object.entries(options).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  );
  return entries.length === 0 ? undefined : { kind: "object", entries };
}

/** JSON data as a TypeScript expression; undefined stays undefined. */
export function literal(value: unknown): SourceNode | undefined {
  if (value === undefined) return undefined;
  if (Array.isArray(value)) return { kind: "list", items: value.map((item) => literal(item) ?? "undefined") };
  if (typeof value === "object" && value !== null) {
    return { kind: "object", entries: Object.entries(value).map(([key, item]) => [key, literal(item) ?? "undefined"]) };
  }
  return typeof value === "string" ? quoted(value) : JSON.stringify(value);
}

/** A double-quoted string that is safe in any place of a source file. */
export function quoted(text: string): string {
  return JSON.stringify(text).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}

/** The text of `node` that starts at `column` of a line indented by `indent` and is followed by `trailing` more characters. */
export function printNode(node: SourceNode, indent: number, column: number, trailing: number): string {
  const flat = printFlat(node);
  if (typeof node === "string" || (!isExpanded(node) && column + flat.length + trailing <= WIDTH)) return flat;
  const inner = " ".repeat(indent + 2);
  const closing = `\n${" ".repeat(indent)}`;
  const lines = (items: readonly SourceNode[]) =>
    items.map((item) => `\n${inner}${printNode(item, indent + 2, indent + 2, 1)},`).join("");
  switch (node.kind) {
    case "list":
      return node.items.length === 0 ? flat : `[${lines(node.items)}${closing}]`;
    case "object":
      return `{${node.entries
        .map(
          ([key, value]) =>
            `\n${inner}${propertyName(key)}: ${printNode(value, indent + 2, indent + 4 + propertyName(key).length, 1)},`,
        )
        .join("")}${closing}}`;
    case "call": {
      const callee = printNode(node.callee, indent, column, 0);
      if (node.args.length === 0) return `${callee}()`;
      const last = node.args.at(-1);
      if (node.expanded !== true && last !== undefined && typeof last !== "string" && last.kind === "object") {
        const head = `${callee}(${node.args
          .slice(0, -1)
          .map((arg) => `${printFlat(arg)}, `)
          .join("")}`;
        if (node.args.slice(0, -1).every(isSimple) && column + head.length + 1 <= WIDTH) {
          return `${head}${printNode(last, indent, WIDTH, 0)})`;
        }
      }
      if (node.expanded === true) {
        const [first, ...rest] = node.args;
        return `${callee}(\n${inner}${printFlat(first ?? "")},${lines(rest)}${closing})`;
      }
      return `${callee}(${lines(node.args)}${closing})`;
    }
  }
}

function printFlat(node: SourceNode): string {
  if (typeof node === "string") return node;
  switch (node.kind) {
    case "list":
      return `[${node.items.map(printFlat).join(", ")}]`;
    case "object":
      if (node.entries.length === 0) return "{}";
      return `{ ${node.entries.map(([key, value]) => `${propertyName(key)}: ${printFlat(value)}`).join(", ")} }`;
    case "call":
      return `${printFlat(node.callee)}(${node.args.map(printFlat).join(", ")})`;
  }
}

function isExpanded(node: Exclude<SourceNode, string>): boolean {
  return node.kind === "call" && node.expanded === true;
}

function isSimple(node: SourceNode): boolean {
  return typeof node === "string" || (node.kind === "list" && node.items.every((item) => typeof item === "string"));
}

function propertyName(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) && key !== "__proto__"
    ? key
    : key === "__proto__"
      ? '["__proto__"]'
      : quoted(key);
}
