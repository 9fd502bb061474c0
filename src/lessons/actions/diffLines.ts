/** A line that two texts share, or that only one of them has. */
export interface DiffLine {
  readonly sign: " " | "+" | "-";
  readonly text: string;
}

/** The lines of two texts, side by side: a longest common subsequence. Texts of lessons are short. */
export function diffLines(before: string, after: string): readonly DiffLine[] {
  const left = linesOf(before);
  const right = linesOf(after);
  const lengths = commonLengths(left, right);
  const lines: DiffLine[] = [];
  let row = 0;
  let column = 0;
  while (row < left.length || column < right.length) {
    const below = lengths[row + 1]?.[column] ?? -1;
    const beside = lengths[row]?.[column + 1] ?? -1;
    if (row < left.length && column < right.length && left[row] === right[column]) {
      lines.push({ sign: " ", text: left[row] ?? "" });
      row++;
      column++;
    } else if (row < left.length && below >= beside) lines.push({ sign: "-", text: left[row++] ?? "" });
    else lines.push({ sign: "+", text: right[column++] ?? "" });
  }
  return lines;
}

/** The lines around what differs; null stands for lines that are left out. */
export function withContext(lines: readonly DiffLine[], context = 2): readonly (DiffLine | null)[] {
  const near = (index: number): boolean =>
    lines.slice(Math.max(0, index - context), index + context + 1).some(({ sign }) => sign !== " ");
  const shown: (DiffLine | null)[] = [];
  for (const [index, line] of lines.entries()) {
    if (near(index)) shown.push(line);
    else if (shown.at(-1) !== null) shown.push(null);
  }
  return shown;
}

function linesOf(text: string): readonly string[] {
  if (text === "") return [];
  const lines = text.split("\n");
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

function commonLengths(left: readonly string[], right: readonly string[]): readonly (readonly number[])[] {
  const lengths = Array.from({ length: left.length + 1 }, () => Array.from({ length: right.length + 1 }, () => 0));
  for (let row = left.length - 1; row >= 0; row--) {
    for (let column = right.length - 1; column >= 0; column--) {
      const here = lengths[row];
      if (here === undefined) continue;
      here[column] =
        left[row] === right[column]
          ? (lengths[row + 1]?.[column + 1] ?? 0) + 1
          : Math.max(lengths[row + 1]?.[column] ?? 0, here[column + 1] ?? 0);
    }
  }
  return lengths;
}
