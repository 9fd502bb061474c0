import type {
  CompletionItem,
  CompletionList,
  Diagnostic,
  Hover,
  Location,
  SignatureHelp,
} from "vscode-languageserver-types";
import type { WorkspaceStore } from "../../../app/workspaceStore.ts";
import { guestFiles } from "../../../languages/python/guestFiles.ts";
import { monaco } from "../monaco.ts";
import { isFalseAlarm } from "./isFalseAlarm.ts";
import { startPythonServer } from "./pythonServer.ts";
import { placeOf, serverUri } from "./serverPaths.ts";
import { pythonPaths, serverFiles } from "./serverFiles.ts";
import { toCompletion, toHover, toMarker, toPosition, toRange, toSignatures } from "./toMonaco.ts";

const owner = "python";
const typingDelay = 250;

const capabilities = {
  textDocument: {
    completion: { completionItem: { documentationFormat: ["markdown"], labelDetailsSupport: true } },
    hover: { contentFormat: ["markdown"] },
    signatureHelp: {
      signatureInformation: {
        documentationFormat: ["markdown"],
        parameterInformation: { labelOffsetSupport: true },
        activeParameterSupport: true,
      },
    },
    publishDiagnostics: { tagSupport: { valueSet: [1, 2] } },
  },
  workspace: { configuration: true, workspaceFolders: true },
};

/**
 * What the editor knows about Python: completion, signatures, hover, definitions and mistakes, from the packages' own sources.
 * @returns what ends it
 */
export function startPythonLanguage(workspace: WorkspaceStore): () => void {
  const { connection, dispose } = startPythonServer();
  const versions = new Map<string, number>();
  const texts = new Map<string, string>();
  const disposables: monaco.IDisposable[] = [];
  let ended = false;
  let timer = 0;

  connection.onRequest("workspace/configuration", ({ items }: { readonly items: readonly unknown[] }) =>
    items.map(() => ({})),
  );
  for (const accepted of ["client/registerCapability", "window/workDoneProgress/create"])
    connection.onRequest(accepted, () => null);
  connection.onNotification("textDocument/publishDiagnostics", showDiagnostics);

  const ready = request("initialize", {
    processId: null,
    rootUri: "file:///project",
    workspaceFolders: [{ uri: "file:///project", name: "project" }],
    initializationOptions: { files: serverFiles(workspace.getState().files) },
    capabilities,
  }).then(async () => {
    if (ended) return;
    await connection.sendNotification("initialized", {});
    tell();
  });
  const unsubscribe = workspace.subscribe((state, before) => {
    if (state.files === before.files && state.tabs === before.tabs) return;
    clearTimeout(timer);
    timer = window.setTimeout(() => void ready.then(tell), typingDelay);
  });
  provide();
  return () => {
    ended = true;
    clearTimeout(timer);
    unsubscribe();
    for (const disposable of disposables) disposable.dispose();
    for (const model of monaco.editor.getModels()) monaco.editor.setModelMarkers(model, owner, []);
    dispose();
  };

  /** Sends what has changed. Revision files matter to nobody but their readers: they are sent when they are opened. */
  function tell(): void {
    if (ended) return;
    const { files, tabs } = workspace.getState();
    const wanted = pythonPaths(files).filter((path) => tabs.includes(path) || !path.includes("/versions/"));
    for (const path of texts.keys()) if (!wanted.includes(path)) close(path);
    for (const path of wanted) send(path, files[path] ?? "");
  }

  function send(path: string, text: string): void {
    const uri = serverUri(path);
    const version = (versions.get(path) ?? 0) + 1;
    if (texts.get(path) === text) return;
    const known = texts.has(path);
    texts.set(path, text);
    versions.set(path, version);
    if (known) notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ text }] });
    else notify("textDocument/didOpen", { textDocument: { uri, languageId: "python", version, text } });
  }

  function close(path: string): void {
    texts.delete(path);
    notify("textDocument/didClose", { textDocument: { uri: serverUri(path) } });
  }

  function notify(method: string, parameters: object): void {
    void connection.sendNotification(method, parameters);
  }

  /** null: Python was left before the server had answered. */
  async function request<Answer>(method: string, parameters: unknown): Promise<Answer | null> {
    try {
      return await connection.sendRequest<Answer | null>(method, parameters);
    } catch (error) {
      if (ended) return null;
      throw error;
    }
  }

  /** The server hears of the last key before it is asked about it. */
  async function ask<Answer>(
    method: string,
    model: monaco.editor.ITextModel,
    position: monaco.Position,
    more: object = {},
  ): Promise<Answer | null> {
    const path = model.uri.path.slice(1);
    if (workspace.getState().files[path] === undefined) return null;
    await ready;
    if (ended) return null;
    send(path, model.getValue());
    return request<Answer>(method, {
      textDocument: { uri: serverUri(path) },
      position: toPosition(position),
      ...more,
    });
  }

  function showDiagnostics({
    uri,
    diagnostics,
  }: {
    readonly uri: string;
    readonly diagnostics: readonly Diagnostic[];
  }): void {
    const place = placeOf(uri);
    const model = place.kind === "project" ? monaco.editor.getModel(modelUri(place.path)) : null;
    if (model === null) return;
    const meant = diagnostics.filter((diagnostic) => !isFalseAlarm(diagnostic));
    monaco.editor.setModelMarkers(model, owner, meant.map(toMarker));
  }

  function provide(): void {
    disposables.push(
      monaco.languages.registerCompletionItemProvider("python", {
        triggerCharacters: [".", "[", '"', "'"],
        provideCompletionItems: async (model, position) => {
          const answer = await ask<CompletionItem[] | CompletionList>("textDocument/completion", model, position);
          const items = answer === null || Array.isArray(answer) ? (answer ?? []) : answer.items;
          const word = wordAt(model, position);
          return {
            suggestions: items.map((item) => Object.assign(toCompletion(item, word), { item })),
            incomplete: answer !== null && !Array.isArray(answer) && answer.isIncomplete,
          };
        },
        resolveCompletionItem: async (suggestion) => {
          if (!("item" in suggestion)) return suggestion;
          const full = await request<CompletionItem>("completionItem/resolve", suggestion.item);
          if (full === null) return suggestion;
          return { ...suggestion, ...toCompletion(full, suggestion.range as monaco.IRange) };
        },
      }),
      monaco.languages.registerHoverProvider("python", {
        provideHover: async (model, position) => {
          const answer = await ask<Hover>("textDocument/hover", model, position);
          return answer === null ? null : toHover(answer);
        },
      }),
      monaco.languages.registerSignatureHelpProvider("python", {
        signatureHelpTriggerCharacters: ["(", ","],
        provideSignatureHelp: async (model, position) => {
          const answer = await ask<SignatureHelp>("textDocument/signatureHelp", model, position);
          return answer === null ? null : toSignatures(answer);
        },
      }),
      monaco.languages.registerDefinitionProvider("python", {
        provideDefinition: async (model, position) => {
          const answer = await ask<Location | Location[]>("textDocument/definition", model, position);
          const locations = answer === null ? [] : Array.isArray(answer) ? answer : [answer];
          return locations.flatMap(({ uri, range }) => {
            const target = modelOf(uri);
            return target === null ? [] : { uri: target, range: toRange(range) };
          });
        },
      }),
      monaco.editor.registerEditorOpener({
        openCodeEditor: (source, resource, selection) => open(source, resource, selection),
      }),
    );
  }

  /** A project file opens in its tab; a file of a package is read where one stands. */
  function open(
    source: monaco.editor.ICodeEditor,
    resource: monaco.Uri,
    selection?: monaco.IRange | monaco.IPosition,
  ): boolean {
    const path = resource.path.slice(1);
    if (resource.scheme === guestScheme) {
      source.trigger(owner, "editor.action.peekDefinition", {});
      return true;
    }
    if (workspace.getState().files[path] === undefined) return false;
    const line =
      selection === undefined ? 1 : "startLineNumber" in selection ? selection.startLineNumber : selection.lineNumber;
    const column = selection === undefined ? 1 : "startColumn" in selection ? selection.startColumn : selection.column;
    workspace.getState().open(path, { path, line, column });
    return true;
  }
}

const guestScheme = "package";

function modelUri(path: string): monaco.Uri {
  return monaco.Uri.from({ scheme: "file", path: `/${path}` });
}

/** The editor's model behind the server's address; a file of a package gets one when it is first wanted. */
function modelOf(uri: string): monaco.Uri | null {
  const place = placeOf(uri);
  switch (place.kind) {
    case "project":
      return modelUri(place.path);
    case "guest": {
      const address = monaco.Uri.from({ scheme: guestScheme, path: `/${place.path}` });
      const text = guestFiles[place.path];
      if (text === undefined) return null;
      if (monaco.editor.getModel(address) === null) monaco.editor.createModel(text, "python", address);
      return address;
    }
    case "elsewhere":
      return null;
  }
}

function wordAt(model: monaco.editor.ITextModel, position: monaco.Position): monaco.IRange {
  const { startColumn } = model.getWordUntilPosition(position);
  return {
    startLineNumber: position.lineNumber,
    endLineNumber: position.lineNumber,
    startColumn,
    endColumn: position.column,
  };
}
