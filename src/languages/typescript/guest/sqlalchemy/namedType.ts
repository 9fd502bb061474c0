import { checkOptions } from "../checkOptions.ts";
import { callHost } from "../host.ts";
import type { Connection } from "./connectable.ts";
import { TypeEngine } from "./typeEngine.ts";

/** A type that PostgreSQL keeps under a name of its own: an enumerated type, or a domain. */
export class NamedType extends TypeEngine {
  /**
   * Creates it, if it is not there; with `checkfirst: false` in any case.
   * @example Enum("draft", "public", { name: "post_state" }).create(op.getBind())
   */
  create(bind: Connection, options: { checkfirst?: boolean } = {}): void {
    this.#change("create", bind, options);
  }

  /** Drops it, if it is there; with `checkfirst: false` in any case. */
  drop(bind: Connection, options: { checkfirst?: boolean } = {}): void {
    this.#change("drop", bind, options);
  }

  #change(change: "create" | "drop", bind: Connection, options: { checkfirst?: boolean }): void {
    checkOptions(change, options, ["checkfirst"]);
    const checkfirst = options.checkfirst !== false;
    const statements = callHost<readonly string[]>("namedTypeSql", { type: this.data, change, checkfirst });
    // The text is finished: a colon in it begins no parameter.
    for (const sql of statements) bind.execute(sql.replaceAll(":", "\\:"));
  }
}
