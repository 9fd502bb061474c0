import { useEffect, useState, type ReactNode } from "react";
import type { Update } from "../../offline/keepOffline.ts";
import "./offline.css";

/** Says that another version is ready; whether and when it comes is the reader's choice. */
export function UpdateNotice(props: { readonly watch: (onUpdate: (update: Update) => void) => void }): ReactNode {
  const { watch } = props;
  const [update, setUpdate] = useState<Update | null>(null);
  useEffect(() => watch(setUpdate), [watch]);
  if (update === null) return null;
  return (
    <div className="update-notice" role="status">
      <p>A new version of Stillroom is ready.</p>
      <button type="button" className="button" onClick={() => update.take()}>
        Reload to get it
      </button>
      <button type="button" className="quiet-button" onClick={() => setUpdate(null)}>
        Later
      </button>
    </div>
  );
}
