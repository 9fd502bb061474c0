import { useEffect, useId, useState, type ReactNode } from "react";
import { courseHash, lessonHash } from "../../../app/target.ts";
import { lessonsOf } from "../../../lessons/courses/catalogue.ts";
import { LessonLinkError, parseLessons, type SharedLessons } from "../../../lessons/link/lessonLink.ts";
import { ownCourseAddress, ownCourseId } from "../../../lessons/own/ownCourseAddress.ts";
import { receiveLessons } from "../../../lessons/own/receiveLessons.ts";
import {
  changeShelf,
  readShelf,
  ShelfFullError,
  withCourse,
  withCourseBack,
  withLessonBack,
  withoutCourse,
  withoutLesson,
  type OwnCourse,
  type OwnLesson,
  type Shelf,
} from "../../../lessons/own/shelf.ts";
import { shelfKey } from "../../../lessons/own/shelfKey.ts";
import type { KeyValueStorage } from "../../../lessons/progress/progress.ts";
import { goTo } from "../../start/goTo.ts";
import { ShareLessons } from "./ShareLessons.tsx";
import "../../start/start.css";
import "./own.css";

type Sharing = { readonly title: string; readonly shared: SharedLessons };
type ShelfChange = (shelf: Shelf) => Shelf;

/** What has just been done, and how it is undone; null: it is not. */
interface Told {
  readonly text: string;
  readonly takeBack: ShelfChange | null;
}

/** Lessons made in this browser or brought to it: play, change, share, delete, and put several in an order as a course. */
export function OwnLessonsPage({ storage }: { readonly storage: KeyValueStorage | null }): ReactNode {
  const [shelf, setShelf] = useState(() => readShelf(storage));
  const [message, setMessage] = useState<string | null>(null);
  const [sharing, setSharing] = useState<Sharing | null>(null);
  const [told, setTold] = useState<Told | null>(null);
  useEffect(() => {
    const look = ({ key }: StorageEvent) => {
      if (key === shelfKey) setShelf(readShelf(storage));
    };
    window.addEventListener("storage", look);
    return () => window.removeEventListener("storage", look);
  }, [storage]);
  /** Changes what is kept, as another tab may have left it meanwhile. */
  const change = (how: ShelfChange, tell: Told | null = told) => {
    try {
      setShelf(changeShelf(storage, how));
      setMessage(null);
      setTold(tell);
    } catch (error) {
      if (!(error instanceof ShelfFullError)) throw error;
      setMessage(error.message);
    }
  };
  const openFile = async (file: File) => {
    try {
      const shared = parseLessons(await file.text());
      const title = shared.course?.title ?? shared.lessons[0]?.lesson.title ?? "";
      change((now) => receiveLessons(now, shared, Date.now()).shelf, {
        text: `“${title}” was brought here.`,
        takeBack: null,
      });
    } catch (error) {
      if (!(error instanceof LessonLinkError)) throw error;
      setMessage(error.message);
    }
  };
  return (
    <main className="start-page">
      <div className="start-column">
        <header className="start-head">
          <h1>Lessons of your own</h1>
        </header>
        <p className="dim course-text">
          To write one, open the workspace that it is about, then choose <strong>Make a lesson of this</strong> in the
          menu with its name. Lessons are kept in this browser; a file is their safe copy.
        </p>
        {message !== null && (
          <p role="alert" className="start-message">
            {message}
          </p>
        )}
        {told !== null && (
          <p role="status" className="start-message">
            {told.text}{" "}
            {told.takeBack !== null && (
              <button
                type="button"
                className="link-button"
                onClick={() => change(told.takeBack ?? ((now) => now), null)}
              >
                Bring it back
              </button>
            )}
          </p>
        )}
        <section aria-labelledby="own-lessons">
          <h2 id="own-lessons">Lessons</h2>
          {shelf.lessons.length === 0 ? (
            <p className="dim">None yet.</p>
          ) : (
            <ul className="workspace-list">
              {shelf.lessons.map((own, place) => (
                <LessonRow
                  key={own.id}
                  own={own}
                  onShare={() =>
                    setSharing({
                      title: own.lesson.title,
                      shared: { v: 1, id: own.id, course: null, lessons: [{ id: own.id, lesson: own.lesson }] },
                    })
                  }
                  onDelete={() =>
                    change((now) => withoutLesson(now, own.id), {
                      text: `“${own.lesson.title}” is deleted.`,
                      takeBack: (now) => withLessonBack(now, own, place),
                    })
                  }
                />
              ))}
            </ul>
          )}
        </section>
        {shelf.courses.map((course, place) => (
          <CourseSection
            key={course.id}
            course={course}
            shelf={shelf}
            onChange={(next) => change((now) => withCourse(now, next))}
            onShare={() =>
              setSharing({
                title: course.title,
                shared: {
                  v: 1,
                  id: course.id,
                  course: { title: course.title, summary: course.summary },
                  lessons: lessonsOf(course, shelf).map(({ id, lesson }) => ({ id, lesson })),
                },
              })
            }
            onDelete={() =>
              change((now) => withoutCourse(now, course.id), {
                text: `The course “${course.title}” is deleted; its lessons stay.`,
                takeBack: (now) => withCourseBack(now, course, place),
              })
            }
          />
        ))}
        <div className="start-actions">
          {shelf.lessons.length > 0 && (
            <button
              type="button"
              className="button"
              onClick={() =>
                change((now) =>
                  withCourse(now, {
                    id: Date.now().toString(36),
                    title: "A course of your own",
                    summary: "",
                    lessons: now.lessons.map(({ id }) => id),
                    received: false,
                  }),
                )
              }
            >
              Make a course of them
            </button>
          )}
          <label className="button file-button">
            Open a file
            <input
              type="file"
              className="visually-hidden"
              accept=".json,application/json"
              onChange={({ target }) => {
                const [file] = target.files ?? [];
                if (file !== undefined) void openFile(file);
                // The same file may be chosen once more.
                target.value = "";
              }}
            />
          </label>
          <button type="button" className="button" onClick={() => goTo("#start")}>
            Start page
          </button>
        </div>
      </div>
      {sharing !== null && (
        <ShareLessons title={sharing.title} shared={sharing.shared} onClose={() => setSharing(null)} />
      )}
    </main>
  );
}

function LessonRow(props: {
  readonly own: OwnLesson;
  readonly onShare: () => void;
  readonly onDelete: () => void;
}): ReactNode {
  const { own, onShare, onDelete } = props;
  const { title, steps, minutes } = own.lesson;
  return (
    <li className="workspace-row">
      <button type="button" className="workspace-open" onClick={() => goTo(lessonHash(ownCourseId, own.id))}>
        <strong>{title}</strong>
        <span className="dim">
          {steps.length === 1 ? "1 step" : `${steps.length} steps`}, {minutes} min,{" "}
          {own.received ? "brought here" : "made here"}
        </span>
      </button>
      <span className="workspace-actions">
        <Small
          label={own.received ? `Change a copy of ${title}` : `Change ${title}`}
          text={own.received ? "Change a copy" : "Change"}
          onClick={() => goTo(lessonHash(ownCourseId, own.id, "change"))}
        />
        <Small label={`Share ${title}`} text="Share" onClick={onShare} />
        <Small label={`Delete ${title}`} text="Delete" onClick={onDelete} />
      </span>
    </li>
  );
}

function CourseSection(props: {
  readonly course: OwnCourse;
  readonly shelf: Shelf;
  readonly onChange: (course: OwnCourse) => void;
  readonly onShare: () => void;
  readonly onDelete: () => void;
}): ReactNode {
  const { course, shelf, onChange, onShare, onDelete } = props;
  const id = useId();
  const inside = lessonsOf(course, shelf);
  const outside = shelf.lessons.filter((lesson) => !inside.includes(lesson));
  const ids = inside.map((own) => own.id);
  const move = (place: number, by: -1 | 1) => {
    const moved = ids.slice(place, place + 1);
    onChange({ ...course, lessons: ids.toSpliced(place, 1).toSpliced(place + by, 0, ...moved) });
  };
  return (
    <section className="own-course" aria-label={`Course ${course.title}`}>
      <div className="own-course-fields">
        <label htmlFor={`${id}-title`}>Course</label>
        <input
          id={`${id}-title`}
          className="text-field"
          maxLength={120}
          defaultValue={course.title}
          onChange={({ target }) => {
            if (target.value.trim() !== "") onChange({ ...course, title: target.value.trim() });
          }}
        />
        <label htmlFor={`${id}-summary`}>About</label>
        <input
          id={`${id}-summary`}
          className="text-field"
          maxLength={600}
          defaultValue={course.summary}
          onChange={({ target }) => onChange({ ...course, summary: target.value })}
        />
      </div>
      <ol className="own-course-lessons">
        {inside.map(({ id: lessonId, lesson: { title } }, place) => (
          <li key={lessonId}>
            <span>
              {place + 1}. {title}
            </span>
            <Small label={`Move ${title} up`} text="↑" disabled={place === 0} onClick={() => move(place, -1)} />
            <Small
              label={`Move ${title} down`}
              text="↓"
              disabled={place === inside.length - 1}
              onClick={() => move(place, 1)}
            />
            <Small
              label={`Take ${title} out of the course`}
              text="×"
              onClick={() => onChange({ ...course, lessons: ids.filter((other) => other !== lessonId) })}
            />
          </li>
        ))}
        {outside.map(({ id: lessonId, lesson: { title } }) => (
          <li key={lessonId} className="dim">
            <span>{title}</span>
            <Small
              label={`Put ${title} into the course`}
              text="Put in"
              onClick={() => onChange({ ...course, lessons: [...ids, lessonId] })}
            />
          </li>
        ))}
      </ol>
      <div className="start-actions">
        <Small
          label={`Open ${course.title}`}
          text="Open"
          onClick={() => goTo(courseHash(ownCourseAddress(course.id)))}
        />
        <Small label={`Share ${course.title}`} text="Share" disabled={inside.length === 0} onClick={onShare} />
        <Small label={`Delete the course ${course.title}`} text="Delete" onClick={onDelete} />
      </div>
    </section>
  );
}

function Small(props: {
  readonly label: string;
  readonly text: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}): ReactNode {
  const { label, text, disabled = false, onClick } = props;
  return (
    <button type="button" className="quiet-button" aria-label={label} disabled={disabled} onClick={onClick}>
      {text}
    </button>
  );
}
