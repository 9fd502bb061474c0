/** The languages that a lesson can be in. */
export const lessonLanguages = ["typescript", "python"] as const;
export type LessonLanguage = (typeof lessonLanguages)[number];

const fences: Readonly<Record<LessonLanguage, RegExp>> = {
  typescript: /^```(?:ts|typescript)\s*$/,
  python: /^```(?:py|python)\s*$/,
};

/** `{TypeScript's|Python's}`: one may be empty, and each may hold braces of its own. A space behind the first brace makes it code. */
const alternatives = /\{(?!\s)((?:[^{}|]|\{[^{}|]*\})*)\|((?:[^{}|]|\{[^{}|]*\})*)\}/g;

/**
 * A lesson's text for one language: of two neighbouring blocks of code in the two languages the one that is meant, and of
 * `{models.ts|models.py}` the words that are meant. Lines stay on their numbers.
 */
export function inLanguage(text: string, language: LessonLanguage): string {
  const lines = text.split("\n");
  for (const { start, end } of otherBlocks(lines, language)) lines.fill("", start, end + 1);
  const place = lessonLanguages.indexOf(language) + 1;
  return lines.map((line) => line.replaceAll(alternatives, (...match: string[]) => match[place] ?? "")).join("\n");
}

interface Block {
  readonly language: LessonLanguage;
  /** Of its first and its last line. */
  readonly start: number;
  readonly end: number;
}

/** The blocks that stand beside their counterpart in the language that is meant. */
function otherBlocks(lines: readonly string[], language: LessonLanguage): readonly Block[] {
  const blocks = blocksOf(lines);
  const others: Block[] = [];
  for (let index = 0; index + 1 < blocks.length; index++) {
    const one = blocks[index];
    const other = blocks[index + 1];
    if (one === undefined || other === undefined || one.language === other.language) continue;
    if (lines.slice(one.end + 1, other.start).some((line) => line.trim() !== "")) continue;
    others.push(one.language === language ? other : one);
    index++;
  }
  return others;
}

function blocksOf(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  for (let start = 0; start < lines.length; start++) {
    if (!(lines[start] ?? "").startsWith("```")) continue;
    const end = lines.indexOf("```", start + 1);
    if (end < 0) return blocks;
    const language = lessonLanguages.find((known) => fences[known].test(lines[start] ?? ""));
    if (language !== undefined) blocks.push({ language, start, end });
    start = end;
  }
  return blocks;
}
