import type { WorkspaceStore } from "../../app/workspaceStore.ts";
import { filePaths } from "../../workspace/projectFiles.ts";
import { languageOf } from "./languageOf.ts";
import { monaco } from "./monaco.ts";

type Model = monaco.editor.ITextModel;

/** How many files have a model before they are shown. */
const mostModels = 150;

/** The editor's models of the project's files, in step with the workspace in both directions. */
export class ModelSync {
  readonly #workspace: WorkspaceStore;
  readonly #models = new Map<string, Model>();
  readonly #unsubscribe: () => void;
  /** The path whose model is being written from the workspace, so that it is not written back. */
  #writing: string | null = null;

  constructor(workspace: WorkspaceStore) {
    this.#workspace = workspace;
    this.#update();
    this.#unsubscribe = workspace.subscribe((state, before) => {
      if (state.files !== before.files) this.#update();
    });
  }

  model(path: string): Model | null {
    const known = this.#models.get(path);
    const text = this.#workspace.getState().files[path];
    return known ?? (text === undefined ? null : this.#add(path, text));
  }

  dispose(): void {
    this.#unsubscribe();
    for (const model of this.#models.values()) model.dispose();
    this.#models.clear();
  }

  #update(): void {
    const { files } = this.#workspace.getState();
    for (const [path, model] of this.#models) {
      if (files[path] !== undefined) continue;
      this.#models.delete(path);
      model.dispose();
    }
    for (const [path, model] of this.#models) {
      const text = files[path] ?? "";
      if (model.getValue() !== text) this.#replace(path, model, text);
    }
    for (const path of knownAtOnce(filePaths(files))) if (!this.#models.has(path)) this.#add(path, files[path] ?? "");
  }

  #add(path: string, text: string): Model {
    const model = monaco.editor.createModel(
      text,
      languageOf(path),
      monaco.Uri.from({ scheme: "file", path: `/${path}` }),
    );
    model.updateOptions({
      tabSize: 2,
      insertSpaces: true,
      bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
    });
    model.setEOL(monaco.editor.EndOfLineSequence.LF);
    model.onDidChangeContent(() => {
      if (this.#writing !== path) this.#workspace.getState().edit(path, model.getValue());
    });
    this.#models.set(path, model);
    return model;
  }

  /** Text that a command wrote; the editor's own undo can take it back. */
  #replace(path: string, model: Model, text: string): void {
    this.#writing = path;
    model.pushStackElement();
    model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
    model.pushStackElement();
    this.#writing = null;
  }
}

/**
 * The files that others may import and that are checked without being shown. Monaco takes hundreds of models for a leak, and each is three
 * questions to the language worker: of a large project the revisions, which nobody imports, wait until they are opened.
 */
function knownAtOnce(paths: readonly string[]): readonly string[] {
  if (paths.length <= mostModels) return paths;
  return paths.filter((path) => !/(^|\/)versions\//.test(path)).slice(0, mostModels);
}
