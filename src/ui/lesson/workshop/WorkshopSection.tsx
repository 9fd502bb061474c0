import { useState, type ReactNode } from "react";
import { courseHash } from "../../../app/target.ts";
import type { CourseSummary } from "../../../lessons/courses/courses.ts";
import type { ProjectLanguage } from "../../../worker/projectLanguage.ts";
import { originalTextLanguage, type TextLanguage } from "../../../lessons/translation/textLanguage.ts";
import { textLanguageName } from "../../textLanguageName.ts";
import { languageNames } from "../../languageNames.ts";
import { goTo } from "../../start/goTo.ts";
import { QrCode } from "./QrCode.tsx";
import { copyText } from "../../copyText.ts";
import "./workshop.css";

/** For the one who teaches: the link for the room, the sheet to print, the table of everybody's progress. */
export function WorkshopSection(props: {
  readonly course: CourseSummary;
  /** The one that the room begins in; null: there is no choice. */
  readonly language: ProjectLanguage | null;
  /** The one that the room reads in; null: there is no choice. */
  readonly textLanguage: TextLanguage | null;
}): ReactNode {
  const { course, language, textLanguage } = props;
  const link = `${location.origin}${location.pathname}${courseHash(course.id, language ?? "overview", textLanguage)}`;
  const [copied, setCopied] = useState<string | null>(null);
  const copy = async () => {
    await copyText(link);
    setCopied(link);
  };
  return (
    <details className="workshop">
      <summary>For a workshop</summary>
      <div className="workshop-body">
        <QrCode text={link} label={`The address of ${course.title} as a QR code`} />
        <div className="workshop-text">
          <p>
            <strong>The link for the room.</strong> Everybody works in a tab of their own; nothing is sent anywhere, and
            after the first visit it works without a network.
            {language !== null && ` It begins the lessons in ${languageNames[language]}.`}
            {textLanguage !== null && ` ${textWords(textLanguage)}`}
          </p>
          <p>
            <code className="workshop-link">{link}</code>
          </p>
          <div className="start-actions">
            <button type="button" className="button" onClick={() => void copy()}>
              {copied === link ? "Copied" : "Copy the link"}
            </button>
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
      </div>
    </details>
  );
}

function textWords(language: TextLanguage): string {
  const name = textLanguageName(language, originalTextLanguage);
  return `Their text is in ${name}${language === originalTextLanguage ? "" : " where it is translated"}.`;
}
