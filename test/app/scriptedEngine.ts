import type { StartEngine } from "../../src/app/engineClient.ts";
import type { ProjectState, SavedDatabase, WorkerRequest, WorkerResponse } from "../../src/worker/messages.ts";

export const emptyProject: ProjectState = {
  revisions: [],
  problems: [],
  database: { tables: [], rowCounts: {}, heads: [] },
};

type Numbered = Exclude<WorkerRequest, { readonly kind: "boot" }>;

/** An engine at the other end of the messages: it keeps what was asked and answers when the test says so. */
export class ScriptedEngine {
  readonly asked: Numbered[] = [];
  readonly restores: (SavedDatabase | null)[] = [];
  terminated = 0;
  #respond: (response: WorkerResponse) => void = () => undefined;

  readonly start: StartEngine = (handlers, restore = null) => {
    this.restores.push(restore);
    let ended = false;
    this.#respond = (response) => {
      if (!ended) handlers.onMessage(response);
    };
    return {
      post: (request) => {
        if (request.kind !== "boot") this.asked.push(request);
      },
      terminate: () => {
        ended = true;
        this.terminated++;
      },
    };
  };

  respond(response: WorkerResponse): void {
    this.#respond(response);
  }

  get last(): Numbered {
    const request = this.asked.at(-1);
    if (request === undefined) throw new Error("nothing was asked");
    return request;
  }

  /** Answers the last request, if it is of this kind, with nothing remarkable. */
  answer(): void {
    const { id, kind } = this.last;
    switch (kind) {
      case "command":
        return this.respond({
          kind: "commandFinished",
          id,
          exitCode: 0,
          writtenFiles: {},
          openFile: null,
          problem: null,
          otherDatabases: [],
          project: emptyProject,
        });
      case "compare": {
        const drift = { changes: [], unavailable: null, hints: [], advice: [], models: null };
        return this.respond({ kind: "compared", id, project: emptyProject, drift, answers: [] });
      }
      case "sql":
        return this.respond({
          kind: "sqlFinished",
          id,
          results: [],
          error: null,
          changed: false,
          database: emptyProject.database,
        });
      case "rows":
        return this.respond({ kind: "rowsRead", id, rows: { sql: "", rowCount: 0, complete: true } });
      case "dump":
        return this.respond({
          kind: "dumped",
          id,
          database: { delta: new Blob(["state"]), base: null, baseName: "base", others: {} },
        });
    }
  }
}
