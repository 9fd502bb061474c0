import { useCallback, useState, type ReactNode } from "react";
import { chooseTextLanguage, chosenTextLanguage } from "../../app/chosenTextLanguage.ts";
import { tellableIn } from "../../app/lesson/toldIn.ts";
import { courseHash, lessonHash } from "../../app/target.ts";
import { Menu, MenuItem, MenuTitle } from "../menu/Menu.tsx";
import { goTo } from "../start/goTo.ts";
import { savedAgo } from "../start/savedAgo.ts";
import { textLanguageOf } from "../../lessons/translation/textLanguage.ts";
import { textLanguageName } from "../textLanguageName.ts";
import { openHere } from "./openHere.ts";
import { useCourse } from "./useCourse.ts";
import { useLessonSession, useShownStep } from "./useLesson.ts";

/** What can be done with the learner's copy: begin again, catch up, leave. */
export function LessonMenu(): ReactNode {
  const lesson = useLessonSession();
  const { state, index, lang } = useShownStep();
  /** When the menu was opened; null: it is closed. */
  const [openedAt, setOpenedAt] = useState<number | null>(null);
  const close = useCallback(() => setOpenedAt(null), []);
  const { storage } = lesson;
  const { source, steps, begunAt, lesson: played, textLanguage } = state.sitting;
  const wanted = chosenTextLanguage(storage, navigator.languages);
  const course = useCourse(source.course, source.language, wanted, storage);
  const others = tellableIn(state.sitting, storage).filter((language) => language !== textLanguage);
  const choose = (work: () => void) => () => {
    close();
    work();
  };
  return (
    <div className="menu-box lesson-menu">
      <button
        type="button"
        className="quiet-button"
        aria-haspopup="menu"
        aria-expanded={openedAt !== null}
        onClick={() => setOpenedAt(openedAt === null ? Date.now() : null)}
      >
        Your copy
        <span aria-hidden="true" className="faint">
          ▾
        </span>
      </button>
      {openedAt !== null && (
        <Menu label="Your copy of the lesson" onClose={close}>
          <MenuTitle>Begun {savedAgo(begunAt, openedAt)}, kept in this browser</MenuTitle>
          <MenuItem
            title="Reset this step"
            description="Builds its start again, as the author does."
            onChoose={choose(() => void lesson.rebuild(index))}
          />
          <MenuItem
            title="Reset the lesson"
            description="Your copy becomes the original again."
            onChoose={choose(() => void lesson.rebuild(0))}
          />
          <MenuItem
            title="Open the original beside it"
            description="A fresh copy; this one stays."
            onChoose={choose(() => openHere(lessonHash(source.course, source.lesson, "new")))}
          />
          {steps.length > 1 && <MenuTitle>Catch me up to</MenuTitle>}
          {steps.length > 1 &&
            played.steps.map((step, place) => (
              <MenuItem
                // oxlint-disable-next-line react/no-array-index-key -- steps have no other identity than their place
                key={place}
                title={
                  <>
                    Step {place + 1}: <span lang={lang}>{step.title}</span>
                  </>
                }
                onChoose={choose(() => void lesson.rebuild(place))}
              />
            ))}
          <MenuItem
            title="Present"
            description="Large type, for the front of a room. Escape ends it."
            onChoose={choose(() => lesson.present(true))}
          />
          {others.map((language) => (
            <MenuItem
              key={language}
              title={
                <>
                  Text in <span lang={language}>{textLanguageName(language)}</span>
                </>
              }
              description="What the lesson says. Your work stays as it is."
              onChoose={choose(() => {
                chooseTextLanguage(storage, language);
                void lesson.tellIn(language);
              })}
            />
          ))}
          <MenuItem
            title={
              <>
                All lessons of{" "}
                <span lang={textLanguageOf(course?.translations ?? [], wanted)}>{course?.title ?? source.course}</span>
              </>
            }
            onChoose={choose(() => goTo(courseHash(source.course)))}
          />
        </Menu>
      )}
    </div>
  );
}
