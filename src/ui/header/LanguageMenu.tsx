import { useCallback, useState, type ReactNode } from "react";
import { useStore } from "zustand";
import { workspaceHash } from "../../app/target.ts";
import { projectLanguage, type ProjectLanguage } from "../../worker/projectLanguage.ts";
import { useApp } from "../AppContext.ts";
import { languageNames } from "../languageNames.ts";
import { Menu, MenuItem, MenuTitle } from "../menu/Menu.tsx";
import { goTo } from "../start/goTo.ts";

const copies: Readonly<Record<ProjectLanguage, string>> = {
  typescript: "A workspace of its own: models and revisions written in TypeScript.",
  python: "A workspace of its own: models and revisions written as Alembic's own files.",
};

/** The project's language; writes the project, and opens the same starters, in the other one. */
export function LanguageMenu(): ReactNode {
  const app = useApp();
  const language = useStore(app.workspace, (state) => projectLanguage(state.files));
  const [open, setOpen] = useState(false);
  const trusted = useStore(app.trust, (state) => state.kind === "trusted");
  const close = useCallback(() => setOpen(false), []);
  const other: ProjectLanguage = language === "python" ? "typescript" : "python";
  const convert = async (): Promise<void> => {
    const copy = await app.copyInOtherLanguage();
    if (copy.kind === "mistake") {
      close();
      app.terminal
        .getState()
        .print("mistake", `The project cannot be written in ${languageNames[other]}: ${copy.message}`);
      return;
    }
    await app.settle();
    goTo(workspaceHash(copy.id));
  };
  const offered = app.starters.filter(({ files }) => projectLanguage(files) === other);
  return (
    <div className="menu-box language-box">
      <button
        type="button"
        className="chip language"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={`Language: ${languageNames[language]}`}
        onClick={() => setOpen(!open)}
      >
        {languageNames[language]}
        <span aria-hidden="true" className="faint">
          ▾
        </span>
      </button>
      {open && (
        <Menu label="Language" onClose={close}>
          {trusted && (
            <MenuItem
              title={`This project in ${languageNames[other]}`}
              description={copies[other]}
              onChoose={() => void convert()}
            />
          )}
          <MenuTitle>New workspace in {languageNames[other]}</MenuTitle>
          {offered.map((starter) => (
            <MenuItem
              key={starter.id}
              title={starter.title}
              description={starter.description}
              onChoose={() => void app.settle().then(() => goTo(`#new/${starter.id}`))}
            />
          ))}
        </Menu>
      )}
    </div>
  );
}
