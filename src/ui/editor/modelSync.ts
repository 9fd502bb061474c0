import type { WorkspaceStore } from "../../app/workspaceStore.ts";
import { filePaths } from "../../workspace/projectFiles.ts";
import { checkFiles, monaco } from "./monaco.ts";

type Model = monaco.editor.ITextModel;

/** One editor model for each project file, in step with the workspace in both directions. */
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
    return this.#models.get(path) ?? null;
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
    const paths = filePaths(files);
    checkFiles(paths.length);
    for (const path of paths) {
      const text = files[path] ?? "";
      const model = this.#models.get(path);
      if (model === undefined) this.#add(path, text);
      else if (model.getValue() !== text) this.#replace(path, model, text);
    }
  }

  #add(path: string, text: string): void {
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

function languageOf(path: string): string {
  if (path.endsWith(".ts")) return "typescript";
  if (path.endsWith(".py") || path.endsWith(".mako")) return "python";
  if (path.endsWith(".sql")) return "pgsql";
  if (path.endsWith(".ini") || path.endsWith(".toml")) return "ini";
  return "plaintext";
}
