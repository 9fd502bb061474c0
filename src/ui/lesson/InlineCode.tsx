import { useContext, type ReactNode } from "react";
import { useStore } from "zustand";
import type { App } from "../../app/createApp.ts";
import { AppContext } from "../AppContext.ts";

/** Code in a sentence; the name of a file of the project opens it. */
export function InlineCode({ text }: { readonly text: string }): ReactNode {
  const app = useContext(AppContext);
  return app === null || !/[./]/.test(text) ? <code>{text}</code> : <FileName app={app} text={text} />;
}

function FileName({ app, text }: { readonly app: App; readonly text: string }): ReactNode {
  const there = useStore(app.workspace, ({ files }) => files[text] !== undefined && !text.endsWith("/"));
  if (!there) return <code>{text}</code>;
  const open = () => {
    app.workspace.getState().open(text);
    app.settings.setState({ phonePane: "code" });
  };
  return (
    <button type="button" className="file-name" title={`Open ${text}`} onClick={open}>
      <code>{text}</code>
    </button>
  );
}
