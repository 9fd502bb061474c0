import type { ReactNode } from "react";
import type { Recording } from "../../app/playback/recording.ts";

/** What PostgreSQL remarked during the last run. */
export function NoticeList({ recording }: { readonly recording: Recording | null }): ReactNode {
  const notices = (recording?.moments ?? []).flatMap((moment) => moment.notices.map((notice) => ({ moment, notice })));
  if (notices.length === 0) return <p className="empty">PostgreSQL had nothing to remark.</p>;
  return (
    <ul className="notice-list">
      {notices.map(({ moment, notice }, index) => (
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>
          <span className="code">{notice.severity}</span> {notice.message} <span className="faint">{moment.title}</span>
        </li>
      ))}
    </ul>
  );
}
