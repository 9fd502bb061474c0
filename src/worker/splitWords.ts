/** A quote that was opened and never closed; `column` counts from 1. */
export class UnclosedQuoteError extends Error {
  override readonly name = "UnclosedQuoteError";
  readonly quote: string;
  readonly column: number;
  constructor(quote: string, column: number) {
    super(`the quote ${quote} at column ${column} is never closed`);
    this.quote = quote;
    this.column = column;
  }
}

/**
 * Splits a command line into words as a POSIX shell does: white space separates, '...' is literal, "..." and \ escape.
 * @throws UnclosedQuoteError
 */
export function splitWords(line: string): readonly string[] {
  const words: string[] = [];
  let word: string | null = null;
  for (let index = 0; index < line.length; index++) {
    const character = line.charAt(index);
    if (character === "'" || character === '"') {
      const start = index;
      word ??= "";
      for (index++; line.charAt(index) !== character; index++) {
        if (index >= line.length) throw new UnclosedQuoteError(character, start + 1);
        const escapes = character === '"' && line.charAt(index) === "\\" && /["\\$`]/.test(line.charAt(index + 1));
        if (escapes) index++;
        word += line.charAt(index);
      }
    } else if (character === "\\" && index + 1 < line.length) {
      index++;
      word = (word ?? "") + line.charAt(index);
    } else if (/\s/.test(character)) {
      if (word !== null) words.push(word);
      word = null;
    } else {
      word = (word ?? "") + character;
    }
  }
  if (word !== null) words.push(word);
  return words;
}
