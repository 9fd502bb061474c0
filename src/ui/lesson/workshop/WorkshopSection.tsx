import { useState, type ReactNode } from "react";
import { courseHash } from "../../../app/target.ts";
import { ownCourseIn } from "../../../lessons/own/ownCourseAddress.ts";
import type { CourseSummary } from "../../../lessons/courses/courses.ts";
import type { ProjectLanguage } from "../../../worker/projectLanguage.ts";
import { originalTextLanguage, type TextLanguage } from "../../../lessons/translation/textLanguage.ts";
import { textLanguageName } from "../../textLanguageName.ts";
import { languageNames } from "../../languageNames.ts";
import { goTo } from "../../start/goTo.ts";
import { QrCode } from "./QrCode.tsx";
import { copyText } from "../../copyText.ts";
import "./workshop.css";

interface RoomLinkProps {
  readonly course: CourseSummary;
  /** The one that the room begins in; null: there is no choice. */
  readonly language: ProjectLanguage | null;
  /** The one that the room reads in; null: there is no choice. */
  readonly textLanguage: TextLanguage | null;
}

/** For the one who teaches: the link for the room, the sheet to print, the table of everybody's progress. */
export function WorkshopSection(props: RoomLinkProps): ReactNode {
  const { course } = props;
  return (
    <details className="workshop">
      <summary>For a workshop</summary>
      <div className="workshop-body">
        {ownCourseIn(course.id) === null ? (
          <RoomLink {...props} />
        ) : (
          <WorkshopText course={course}>
            <p>
              <strong>The link for the room</strong> is the one that <strong>Share</strong> makes beside the course’s
              name on the page <strong>Lessons of your own</strong>: it holds the lessons. The address of this page
              opens them in this browser alone.
            </p>
          </WorkshopText>
        )}
      </div>
    </details>
  );
}

function RoomLink({ course, language, textLanguage }: RoomLinkProps): ReactNode {
  const link = `${location.origin}${location.pathname}${courseHash(course.id, language ?? "overview", textLanguage)}`;
  const [copied, setCopied] = useState<string | null>(null);
  const copy = async () => {
    await copyText(link);
    setCopied(link);
  };
  return (
    <>
      <QrCode text={link} label={`The address of ${course.title} as a QR code`} />
      <WorkshopText
        course={course}
        button={
          <button type="button" className="button" onClick={() => void copy()}>
            {copied === link ? "Copied" : "Copy the link"}
          </button>
        }
      >
        <p>
          <strong>The link for the room.</strong> Everybody works in a tab of their own; nothing is sent anywhere, and
          after the first visit it works without a network.
          {language !== null && ` It begins the lessons in ${languageNames[language]}.`}
          {textLanguage !== null && ` ${textWords(textLanguage)}`}
        </p>
        <p>
          <code className="workshop-link">{link}</code>
        </p>
      </WorkshopText>
    </>
  );
}

/** What is said of the room's link, and what else a workshop needs. */
function WorkshopText(props: {
  readonly course: CourseSummary;
  /** In front of the others. */
  readonly button?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  const { course, button, children } = props;
  return (
    <div className="workshop-text">
      {children}
      <div className="start-actions">
        {button}
        <button type="button" className="button" onClick={() => goTo(courseHash(course.id, "table"))}>
          Table of progress
        </button>
        <button type="button" className="button" onClick={() => goTo(courseHash(course.id, "handout"))}>
          Handout to print
        </button>
      </div>
      <p className="dim">
        To present, open a lesson, then <strong>Your copy → Present</strong>. Who is late chooses{" "}
        <strong>Catch me up to</strong> in the same menu.
      </p>
    </div>
  );
}

function textWords(language: TextLanguage): string {
  const name = textLanguageName(language, originalTextLanguage);
  return `Their text is in ${name}${language === originalTextLanguage ? "" : " where it is translated"}.`;
}
