import { Fragment, memo, useMemo, type ReactNode } from "react";
import { fromMarkdown } from "mdast-util-from-markdown";
import type { TextLanguage } from "../../lessons/translation/textLanguage.ts";
import { CodeBlock } from "./CodeBlock.tsx";
import { InlineCode } from "./InlineCode.tsx";
import "./prose.css";

type Node = ReturnType<typeof fromMarkdown>["children"][number];

/**
 * Markdown as React elements. Whoever wrote it, it cannot become markup: HTML in it is shown as the text that it is, images by their
 * words, and a link leads where it says.
 */
export const Markdown = memo(function Markdown(props: {
  readonly text: string;
  /** In which it is written; absent: in the page's own. */
  readonly lang?: TextLanguage | undefined;
}): ReactNode {
  const { text, lang } = props;
  const tree = useMemo(() => fromMarkdown(text), [text]);
  return (
    <div className="prose" lang={lang}>
      {children(tree.children)}
    </div>
  );
});

/** A line of Markdown without a paragraph around it. */
export const MarkdownLine = memo(function MarkdownLine({ text }: { readonly text: string }): ReactNode {
  const tree = useMemo(() => fromMarkdown(text), [text]);
  return tree.children.map((block, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- pieces of a text have no other identity than their place
    <Fragment key={index}>{"children" in block ? children(block.children) : element(block)} </Fragment>
  ));
});

function children(nodes: readonly Node[]): ReactNode {
  return nodes.map((node, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- pieces of a text have no other identity than their place
    <Fragment key={index}>{element(node)}</Fragment>
  ));
}

function element(node: Node): ReactNode {
  switch (node.type) {
    case "text":
    case "html":
      return node.value;
    case "paragraph":
      return <p>{children(node.children)}</p>;
    case "emphasis":
      return <em>{children(node.children)}</em>;
    case "strong":
      return <strong>{children(node.children)}</strong>;
    case "delete":
      return <del>{children(node.children)}</del>;
    case "inlineCode":
      return <InlineCode text={node.value} />;
    case "code":
      return <CodeBlock text={node.value} language={node.lang ?? ""} />;
    case "heading":
      return <h4>{children(node.children)}</h4>;
    case "blockquote":
      return <blockquote>{children(node.children)}</blockquote>;
    case "list":
      return node.ordered === true ? (
        <ol start={node.start ?? 1}>{children(node.children)}</ol>
      ) : (
        <ul>{children(node.children)}</ul>
      );
    case "listItem":
      return <li>{tightItem(node.children)}</li>;
    case "link":
      return <SafeLink url={node.url}>{children(node.children)}</SafeLink>;
    case "image":
      return node.alt ?? "";
    case "break":
      return <br />;
    case "thematicBreak":
      return <hr />;
    default:
      return null;
  }
}

/** An item of one paragraph needs none around it. */
function tightItem(nodes: readonly Node[]): ReactNode {
  const [only] = nodes;
  return nodes.length === 1 && only?.type === "paragraph" ? children(only.children) : children(nodes);
}

function SafeLink({ url, children: inside }: { readonly url: string; readonly children: ReactNode }): ReactNode {
  if (/^#(lesson|course)\/[\w/-]+$/.test(url)) return <a href={url}>{inside}</a>;
  const target = URL.canParse(url) ? new URL(url) : null;
  if (target === null || (target.protocol !== "https:" && target.protocol !== "http:")) return inside;
  return (
    <a href={target.href} target="_blank" rel="noopener noreferrer">
      {inside} <span className="faint">({target.host})</span>
    </a>
  );
}
