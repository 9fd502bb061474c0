import { monaco } from "./monaco.ts";

/** Makes the editor's theme from the page's tokens; call it again when the theme changes. */
export function applyEditorTheme(theme: "light" | "dark"): void {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string): string => hexColour(style.getPropertyValue(name));
  const rule = (name: string): string => token(name).slice(1);
  monaco.editor.defineTheme("stillroom", {
    base: theme === "dark" ? "vs-dark" : "vs",
    inherit: true,
    rules: [
      { token: "", foreground: rule("--ink") },
      { token: "comment", foreground: rule("--syn-c") },
      { token: "keyword", foreground: rule("--syn-k") },
      { token: "string", foreground: rule("--syn-s") },
      { token: "number", foreground: rule("--syn-n") },
      { token: "regexp", foreground: rule("--syn-s") },
      { token: "type", foreground: rule("--ink") },
      { token: "identifier", foreground: rule("--ink") },
      { token: "delimiter", foreground: rule("--ink-2") },
      { token: "metatag", foreground: rule("--syn-k") },
      { token: "attribute.name", foreground: rule("--syn-f") },
    ],
    colors: {
      "editor.background": token("--surface"),
      "editor.foreground": token("--ink"),
      "editorLineNumber.foreground": token("--ink-3"),
      "editorLineNumber.activeForeground": token("--ink-2"),
      "editorCursor.foreground": token("--copper"),
      "editor.lineHighlightBackground": "#00000000",
      "editor.lineHighlightBorder": "#00000000",
      "editorWidget.background": token("--raised"),
      "editorWidget.border": token("--edge-strong"),
      "editorHoverWidget.background": token("--raised"),
      "editorSuggestWidget.background": token("--raised"),
      "editorSuggestWidget.border": token("--edge-strong"),
      "editorSuggestWidget.foreground": token("--ink"),
      "editorSuggestWidget.selectedBackground": token("--copper-wash"),
      "editorSuggestWidget.selectedForeground": token("--ink"),
      "editorSuggestWidget.selectedIconForeground": token("--copper"),
      "editorSuggestWidget.highlightForeground": token("--copper"),
      "editorSuggestWidget.focusHighlightForeground": token("--copper"),
      "editorHoverWidget.border": token("--edge-strong"),
      "editorHoverWidget.foreground": token("--ink"),
      "editorHoverWidget.highlightForeground": token("--copper"),
      "list.hoverBackground": token("--glass"),
      "symbolIcon.methodForeground": token("--syn-f"),
      "symbolIcon.functionForeground": token("--syn-f"),
      "symbolIcon.classForeground": token("--syn-k"),
      "symbolIcon.interfaceForeground": token("--syn-k"),
      "symbolIcon.variableForeground": token("--syn-s"),
      "symbolIcon.fieldForeground": token("--syn-s"),
      "textLink.foreground": token("--copper"),
      "editor.selectionBackground": token("--selection"),
      "editor.inactiveSelectionBackground": token("--selection"),
      "editor.wordHighlightBackground": token("--glass"),
      "editorIndentGuide.background1": token("--edge"),
      // Faded, the unused imports of a new revision could hardly be read.
      "editorUnnecessaryCode.opacity": "#000000ff",
      "editorError.foreground": token("--removed"),
      "editorWarning.foreground": token("--changed"),
      "scrollbar.shadow": "#00000000",
      focusBorder: token("--copper"),
    },
  });
  monaco.editor.setTheme("stillroom");
}

/** `#abc` and `#aabbcc` are what the editor takes; anything else becomes neutral. */
function hexColour(value: string): string {
  const text = value.trim();
  if (/^#[0-9a-f]{3}$/i.test(text)) return text.replaceAll(/[0-9a-f]/gi, "$&$&");
  return /^#[0-9a-f]{6}([0-9a-f]{2})?$/i.test(text) ? text : "#808080";
}
