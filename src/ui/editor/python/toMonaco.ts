import type {
  CompletionItem,
  CompletionItemKind,
  Diagnostic,
  Hover,
  MarkedString,
  MarkupContent,
  Range,
  SignatureHelp,
} from "vscode-languageserver-types";
import { monaco } from "../monaco.ts";

/** The names of the protocol's kinds of completions, by number from 1. Source: LSP 3.17, CompletionItemKind. */
const kinds: readonly (keyof typeof monaco.languages.CompletionItemKind)[] = [
  "Text",
  "Method",
  "Function",
  "Constructor",
  "Field",
  "Variable",
  "Class",
  "Interface",
  "Module",
  "Property",
  "Unit",
  "Value",
  "Enum",
  "Keyword",
  "Snippet",
  "Color",
  "File",
  "Reference",
  "Folder",
  "EnumMember",
  "Constant",
  "Struct",
  "Event",
  "Operator",
  "TypeParameter",
];

export function toRange({ start, end }: Range): monaco.IRange {
  return {
    startLineNumber: start.line + 1,
    startColumn: start.character + 1,
    endLineNumber: end.line + 1,
    endColumn: end.character + 1,
  };
}

export function toPosition({ lineNumber, column }: monaco.Position): { line: number; character: number } {
  return { line: lineNumber - 1, character: column - 1 };
}

/** @param word what stands there already and is replaced where the item says nothing else */
export function toCompletion(item: CompletionItem, word: monaco.IRange): monaco.languages.CompletionItem {
  const { textEdit } = item;
  const range = textEdit !== undefined && "range" in textEdit ? toRange(textEdit.range) : word;
  const documentation = item.documentation === undefined ? undefined : toMarkdown(item.documentation);
  return {
    label:
      item.labelDetails?.description === undefined
        ? item.label
        : { label: item.label, description: item.labelDetails.description },
    kind: toKind(item.kind),
    insertText: textEdit?.newText ?? item.insertText ?? item.label,
    range,
    ...(item.sortText === undefined ? {} : { sortText: item.sortText }),
    ...(item.filterText === undefined ? {} : { filterText: item.filterText }),
    ...(item.detail === undefined ? {} : { detail: item.detail }),
    ...(documentation === undefined ? {} : { documentation }),
    ...(item.additionalTextEdits === undefined
      ? {}
      : {
          additionalTextEdits: item.additionalTextEdits.map((edit) => ({
            range: toRange(edit.range),
            text: edit.newText,
          })),
        }),
  };
}

function toKind(kind: CompletionItemKind | undefined): monaco.languages.CompletionItemKind {
  return monaco.languages.CompletionItemKind[kinds[(kind ?? 1) - 1] ?? "Text"];
}

export function toHover({ contents, range }: Hover): monaco.languages.Hover {
  return {
    contents: (Array.isArray(contents) ? contents : [contents]).map(toMarkdown),
    ...(range === undefined ? {} : { range: toRange(range) }),
  };
}

export function toSignatures(help: SignatureHelp): monaco.languages.SignatureHelpResult {
  const value: monaco.languages.SignatureHelp = {
    activeSignature: help.activeSignature ?? 0,
    activeParameter: help.activeParameter ?? 0,
    signatures: help.signatures.map((signature) => ({
      label: signature.label,
      ...(signature.documentation === undefined ? {} : { documentation: toMarkdown(signature.documentation) }),
      ...(typeof signature.activeParameter === "number" ? { activeParameter: signature.activeParameter } : {}),
      parameters: (signature.parameters ?? []).map(({ label, documentation }) => ({
        label,
        ...(documentation === undefined ? {} : { documentation: toMarkdown(documentation) }),
      })),
    })),
  };
  return { value, dispose: () => undefined };
}

export function toMarker({ range, message, severity, tags }: Diagnostic): monaco.editor.IMarkerData {
  const place = toRange(range);
  // Unused names come as hints; they are dimmed and not underlined.
  const severities = [
    monaco.MarkerSeverity.Error,
    monaco.MarkerSeverity.Warning,
    monaco.MarkerSeverity.Info,
    monaco.MarkerSeverity.Hint,
  ] as const;
  return {
    ...place,
    message: typeof message === "string" ? message : message.value,
    severity: severities[(severity ?? 1) - 1] ?? monaco.MarkerSeverity.Error,
    ...(tags === undefined ? {} : { tags: [...tags] }),
  };
}

function toMarkdown(content: MarkupContent | MarkedString): monaco.IMarkdownString {
  if (typeof content === "string") return { value: content };
  return "language" in content
    ? { value: `\`\`\`${content.language}\n${content.value}\n\`\`\`` }
    : { value: content.value };
}
