import { useEffect, useId, useState, type ReactNode } from "react";
import { useStore } from "zustand";
import { renderSVG } from "uqr";
import type { App } from "../../app/createApp.ts";
import type { RowsAsSql } from "../../worker/messages.ts";
import type { SharedWorkspace } from "../../workspace/link/sharedWorkspace.ts";
import { fileName } from "../../workspace/export/fileName.ts";
import { embedCode } from "../../app/embedding.ts";
import { linkLength } from "../../workspace/link/linkLength.ts";
import { useApp } from "../AppContext.ts";
import { Dialog } from "../dialog/Dialog.tsx";
import { download } from "../start/download.ts";
import { copyText } from "../copyText.ts";
import "./share.css";

/** The most that a QR code of bytes can hold, less a margin for what still scans from a screen. */
const longestQr = 1800;

/** Makes a link, or a file, of the workspace. Nothing leaves the browser by itself. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const app = useApp();
  const name = useStore(app.workspace, (state) => state.name);
  const heads = useStore(app.engine, (state) => state.project?.database.heads ?? none);
  /** undefined: they are still being read, and a link without them would not be the whole workspace. */
  const [read, setRead] = useState<RowsAsSql | null | undefined>(undefined);
  const [withRows, setWithRows] = useState(true);
  const [play, setPlay] = useState("");
  const [made, setMade] = useState<string | null>(null);
  /** What was copied last, as `json` was then. */
  const [copied, setCopied] = useState<string | null>(null);
  const [embedCopied, setEmbedCopied] = useState<string | null>(null);
  const playId = useId();

  useEffect(() => {
    void app.sharing.readRows().then(setRead);
  }, [app]);
  const rows = read ?? null;
  const carriesRows = withRows && rows !== null && rows.complete;
  const shared = app.sharing.describe({ withRows: carriesRows, play: play.trim() === "" ? null : play.trim() }, rows);
  const json = JSON.stringify(shared);
  useEffect(() => {
    let current = true;
    void linkTo(app, json).then((link) => {
      if (current) setMade(link);
    });
    return () => {
      current = false;
    };
  }, [app, json]);
  const mistake = app.sharing.mistake(shared);
  const link = read === undefined || mistake !== null ? null : made;

  // What is shown may be one key press behind.
  const copy = async () => {
    await copyText(await linkTo(app, json));
    setCopied(json);
  };
  const copyEmbed = async () => {
    await copyText(embedCode(await linkTo(app, json), `${name}, a Stillroom workspace`));
    setEmbedCopied(json);
  };
  const length = link === null ? null : linkLength(link);
  const fits = length !== null && length.tone !== "unopenable";
  return (
    <Dialog title={`Share ${name}`} onClose={onClose}>
      <p className="dim">
        The link holds the whole workspace: {Object.keys(app.workspace.getState().files).length} files
        {heads.length === 0
          ? ", an empty database"
          : `, a database at ${heads.map((head) => head.slice(0, 8)).join(", ")}`}
        . Nothing is sent anywhere, and who opens it changes nothing of yours.
      </p>
      {mistake !== null && (
        <p role="alert">Nobody could open it, because it is more than a link or a file may hold: {mistake}.</p>
      )}
      <div className="share-link">
        <input
          className="text-field code"
          readOnly
          aria-label="Link"
          value={link ?? "…"}
          onFocus={(event) => event.target.select()}
        />
        <button type="button" className="button-primary" disabled={!fits} onClick={() => void copy()}>
          {copied === json ? "Copied" : "Copy the link"}
        </button>
      </div>
      {length !== null && (
        <p className={`share-length ${length.tone}`} role="status">
          {length.characters.toLocaleString("en")} characters: {length.advice}.
        </p>
      )}
      <fieldset className="share-options">
        <legend className="visually-hidden">What the link carries</legend>
        {rows !== null && rows.rowCount > 0 && (
          <label>
            <input
              type="checkbox"
              checked={carriesRows}
              disabled={!rows.complete}
              onChange={(event) => setWithRows(event.target.checked)}
            />
            with its {rows.rowCount.toLocaleString("en")} rows
            {!rows.complete && <span className="dim"> (too many for a link)</span>}
          </label>
        )}
        <label htmlFor={playId}>Play on opening</label>
        <input
          id={playId}
          className="text-field code"
          placeholder="a command, such as alembic upgrade head"
          list={`${playId}-commands`}
          value={play}
          onChange={(event) => setPlay(event.target.value)}
        />
        <datalist id={`${playId}-commands`}>
          <option value="alembic upgrade head" />
          <option value="alembic downgrade -1" />
          <option value="alembic downgrade base" />
        </datalist>
      </fieldset>
      <div className="share-more">
        {link !== null && link.length <= longestQr && (
          <div
            className="share-qr"
            role="img"
            aria-label="The link as a QR code"
            // The library draws squares from bits; nothing of the workspace is in the markup.
            dangerouslySetInnerHTML={{ __html: renderSVG(link, { border: 2 }) }}
          />
        )}
        <div>
          <button
            type="button"
            className="button"
            disabled={read === undefined || mistake !== null}
            onClick={() => download(`${fileName(name)}.stillroom.json`, new Blob([json], { type: "application/json" }))}
          >
            Save as a file instead
          </button>
          <p className="dim">A file has no limit of length. It opens by dropping it on the page.</p>
          <button type="button" className="button" disabled={!fits} onClick={() => void copyEmbed()}>
            {embedCopied === json ? "Copied" : "Copy code to embed it"}
          </button>
          <p className="dim">For a page of your own: history, code and database, with a way to open it here.</p>
        </div>
      </div>
    </Dialog>
  );
}

/** @param json the workspace as a link holds it */
async function linkTo({ sharing }: App, json: string): Promise<string> {
  return `${location.origin}${location.pathname}#${await sharing.encode(JSON.parse(json) as SharedWorkspace)}`;
}

const none: readonly string[] = [];
