import { useState, type ReactNode } from "react";
import { encodeLessons, type SharedLessons } from "../../../lessons/link/lessonLink.ts";
import { linkLength } from "../../../workspace/link/linkLength.ts";
import { Dialog } from "../../dialog/Dialog.tsx";
import { download } from "../../start/download.ts";
import { copyText } from "../../copyText.ts";
import "../../share/share.css";

/** A lesson or a course as a link or a file. Nothing leaves the browser by itself. */
export function ShareLessons(props: {
  readonly title: string;
  readonly shared: SharedLessons;
  readonly onClose: () => void;
}): ReactNode {
  const { title, shared, onClose } = props;
  const [link] = useState(() => `${location.origin}${location.pathname}#${encodeLessons(shared)}`);
  const [copied, setCopied] = useState(false);
  const length = linkLength(link);
  const copy = async () => {
    await copyText(link);
    setCopied(true);
  };
  return (
    <Dialog title={`Share ${title}`} onClose={onClose}>
      <p className="dim">
        The link holds the whole {shared.course === null ? "lesson" : "course"}: its texts, checks, solutions and files.
        Who opens it reads what would run before anything does.
      </p>
      <div className="share-link">
        <input
          className="text-field code"
          readOnly
          aria-label="Link"
          value={link}
          onFocus={(event) => event.target.select()}
        />
        <button type="button" className="button-primary" onClick={() => void copy()}>
          {copied ? "Copied" : "Copy the link"}
        </button>
      </div>
      <p className={`share-length ${length.tone}`} role="status">
        {length.characters.toLocaleString("en")} characters: {length.advice}.
      </p>
      <div className="share-more">
        <div>
          <button
            type="button"
            className="button"
            onClick={() =>
              download(
                `${fileName(title)}.lesson.json`,
                new Blob([JSON.stringify(shared)], { type: "application/json" }),
              )
            }
          >
            Save as a file instead
          </button>
          <p className="dim">A file has no limit of length. It opens on the page “Lessons of your own”.</p>
        </div>
      </div>
    </Dialog>
  );
}

function fileName(title: string): string {
  return (
    title
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, "-")
      .replaceAll(/^-|-$/g, "") || "lesson"
  );
}
