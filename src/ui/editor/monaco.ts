import * as monaco from "monaco-editor/editor";
import "monaco-editor/features/register.all";
import "monaco-editor/languages/definitions/ini/register";
import "monaco-editor/languages/definitions/pgsql/register";
import "monaco-editor/languages/definitions/python/register";
import "monaco-editor/languages/definitions/typescript/register";
import * as typescript from "monaco-editor/languages/features/typescript/register";
// The bundler makes these two defaults; the files have none of their own.
// oxlint-disable-next-line import/default
import EditorWorker from "monaco-editor/editor/editor.worker?worker";
// oxlint-disable-next-line import/default
import LanguageWorker from "monaco-editor/language/typescript/ts.worker?worker";

self.MonacoEnvironment = {
  getWorker: (_id, label) =>
    label === "typescript" || label === "javascript" ? new LanguageWorker() : new EditorWorker(),
};

typescript.typescriptDefaults.setCompilerOptions({
  target: 99,
  module: 99,
  moduleResolution: 2,
  strict: true,
  allowNonTsExtensions: true,
  allowImportingTsExtensions: true,
  noEmit: true,
  lib: ["es2022"],
  types: [],
  isolatedModules: true,
  verbatimModuleSyntax: true,
});
typescript.typescriptDefaults.setEagerModelSync(true);

/** Makes the library that project files import known to the editor. */
export async function addGuestTypes(): Promise<void> {
  const { default: texts } = await import("virtual:guest-types");
  for (const [path, text] of Object.entries(texts)) typescript.typescriptDefaults.addExtraLib(text, `file://${path}`);
}

export { monaco };
