import { EditError, planEdit } from "../actions/applyEdit.ts";
import { functionPlace } from "../checks/normalisedCode.ts";
import type { Action, ActionOf } from "../format/action.ts";
import type { LessonFiles } from "../format/lesson.ts";

/**
 * The actions that lead from one state of the files to another, as an author would write them: what is inside of a function, or the lines
 * that differ with as many around them as make them unique.
 * @param startFiles files that the lesson brings along; the ids in the names of others are random and become `*`
 */
export function editActions(before: LessonFiles, after: LessonFiles, startFiles: LessonFiles): readonly Action[] {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return paths.flatMap((path): readonly Action[] => {
    const old = before[path];
    const text = after[path];
    if (old === text) return [];
    const pattern = startFiles[path] === undefined ? path.replace(/\/[0-9a-f]{12}_/, "/*_") : path;
    if (text === undefined) return [{ kind: "remove", remove: pattern }];
    if (old === undefined) return [{ kind: "write", write: path, text }];
    return (
      insideFunctions(path, pattern, old, text) ?? [
        linesThatDiffer(path, pattern, old, text) ?? { kind: "write", write: path, text },
      ]
    );
  });
}

/** null: more has changed than what is inside of `upgrade` and `downgrade`. */
function insideFunctions(path: string, pattern: string, old: string, text: string): readonly Action[] | null {
  const actions = ["upgrade", "downgrade"].flatMap((name): readonly ActionOf<"edit">[] => {
    const from = functionPlace(path, old, name);
    const to = functionPlace(path, text, name);
    if (from === null || to === null) return [];
    const body = text.slice(to.start, to.end);
    if (old.slice(from.start, from.end) === body) return [];
    return [{ kind: "edit", edit: pattern, inside: name, with: dedented(body) }];
  });
  const result = actions.reduce<string | null>((file, action) => applied(path, file, action), old);
  return actions.length > 0 && result === text ? actions : null;
}

function dedented(body: string): string {
  const lines = body.replace(/^\n/, "").trimEnd().split("\n");
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  const indent = Math.min(...indents, 4);
  return `${lines.map((line) => line.slice(indent)).join("\n")}\n`;
}

/** The block of lines that differs, grown until it stands only once; null: no such block does it. */
function linesThatDiffer(path: string, pattern: string, old: string, text: string): ActionOf<"edit"> | null {
  const left = old.split("\n");
  const right = text.split("\n");
  let head = 0;
  while (head < left.length && head < right.length && left[head] === right[head]) head++;
  let tail = 0;
  while (
    tail < left.length - head &&
    tail < right.length - head &&
    left[left.length - 1 - tail] === right[right.length - 1 - tail]
  )
    tail++;
  for (;;) {
    const replace = left.slice(head, left.length - tail).join("\n");
    const action: ActionOf<"edit"> = {
      kind: "edit",
      edit: pattern,
      replace,
      with: right.slice(head, right.length - tail).join("\n"),
    };
    if (replace.trim() !== "" && applied(path, old, action) === text) return action;
    if (head === 0 && tail === 0) return null;
    if (head > 0) head--;
    else tail--;
  }
}

/** The file's text after an action; null where it does not fit. */
function applied(path: string, text: string | null, action: ActionOf<"edit">): string | null {
  if (text === null) return null;
  try {
    return planEdit({ [path]: text }, { ...action, edit: path }).after;
  } catch (error) {
    if (error instanceof EditError) return null;
    throw error;
  }
}
