import type { Action } from "../format/action.ts";

/** What an action does, and to what: two texts, the second one code. */
export function describeAction(action: Action): readonly [string, string] {
  switch (action.kind) {
    case "run":
      return [action.fails === true ? "fails:" : "runs", action.run];
    case "sql":
      return [action.fails === true ? "SQL that fails:" : "SQL", action.sql];
    case "edit":
      return [action.inside === undefined ? "changes" : `changes ${action.inside} in`, action.edit];
    case "write":
      return ["writes", action.write];
    case "remove":
      return ["deletes", action.remove];
    case "open":
      return ["opens", action.open];
  }
}
