import { fromMarkdown } from "mdast-util-from-markdown";

export interface CodeFault {
  /** Of the translation; lines count from 0. */
  readonly line: number;
  readonly problem: string;
}

interface Code {
  readonly text: string;
  readonly line: number;
}

/**
 * Where the code of a translated text is not its original's. Blocks are the same in the same order, to the letter; what stands between
 * backticks in a sentence may stand elsewhere and more than once.
 * @returns null: the code is the same
 */
export function codeFault(original: string, translated: string): CodeFault | null {
  return blockFault(codesIn(original, "code"), codesIn(translated, "code")) ?? nameFault(original, translated);
}

function blockFault(theirs: readonly Code[], own: readonly Code[]): CodeFault | null {
  for (const [index, block] of own.entries()) {
    const original = theirs[index];
    if (original === undefined) return { line: block.line, problem: "the original has no such block of code" };
    if (original.text !== block.text)
      return { line: block.line, problem: `the block of code is not the original's:\n${original.text}` };
  }
  const missing = theirs[own.length];
  return missing === undefined ? null : { line: 0, problem: `a block of code is missing:\n${missing.text}` };
}

function nameFault(original: string, translated: string): CodeFault | null {
  const theirs = codesIn(original, "inlineCode");
  const own = codesIn(translated, "inlineCode");
  const surplus = own.find(({ text }) => !theirs.some((code) => code.text === text));
  if (surplus !== undefined)
    return { line: surplus.line, problem: `\`${surplus.text}\` does not stand in the original` };
  const missing = theirs.find(({ text }) => !own.some((code) => code.text === text));
  return missing === undefined ? null : { line: 0, problem: `\`${missing.text}\` is missing` };
}

type Node = ReturnType<typeof fromMarkdown> | ReturnType<typeof fromMarkdown>["children"][number];

function codesIn(markdown: string, type: "code" | "inlineCode"): readonly Code[] {
  const visit = (node: Node): readonly Code[] => {
    if ("children" in node) return node.children.flatMap(visit);
    if (node.type !== type) return [];
    const text = node.type === "code" ? `\`\`\`${node.lang ?? ""}\n${node.value}` : node.value;
    return [{ text, line: (node.position?.start.line ?? 1) - 1 }];
  };
  return visit(fromMarkdown(markdown));
}
