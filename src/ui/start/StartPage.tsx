import { useEffect, useState, type ReactNode } from "react";
import { workspaceHash } from "../../app/target.ts";
import { freeName } from "../../workspace/library/newWorkspace.ts";
import { StorageError, type WorkspaceLibrary } from "../../workspace/library/workspaceLibrary.ts";
import { UnreadableWorkspaceError, type WorkspaceSummary } from "../../workspace/library/workspaceRecord.ts";
import { projectLanguage } from "../../worker/projectLanguage.ts";
import type { Starter } from "../../workspace/starters/starters.ts";
import type { KeyValueStorage } from "../../lessons/progress/progress.ts";
import { textLanguages } from "../../lessons/courses/catalogue.ts";
import { ImportSection } from "../import/ImportSection.tsx";
import { LanguageChoice } from "../lesson/LanguageChoice.tsx";
import { LearnSection } from "../lesson/LearnSection.tsx";
import { TextLanguageChoice } from "../lesson/TextLanguageChoice.tsx";
import { useLanguage } from "../lesson/useLanguage.ts";
import { useTextLanguage } from "../lesson/useTextLanguage.ts";
import { Logo } from "../header/Logo.tsx";
import { download } from "./download.ts";
import { goTo } from "./goTo.ts";
import { savedAgo } from "./savedAgo.ts";
import "./start.css";

/** Every workspace of this browser, and what a new one can begin from. */
export function StartPage(props: {
  readonly library: WorkspaceLibrary;
  readonly starters: readonly Starter[];
  /** Where progress is remembered; null: nowhere. */
  readonly storage: KeyValueStorage | null;
  /** Why the page shows this instead of a workspace. */
  readonly message: string | null;
}): ReactNode {
  const { library, starters, storage, message } = props;
  const [workspaces, setWorkspaces] = useState<readonly WorkspaceSummary[] | null>(null);
  const [mistake, setMistake] = useState<string | null>(null);
  const [renaming, setRenaming] = useState<string | null>(null);
  const [language, choose] = useLanguage(storage);
  const [textLanguage, chooseText] = useTextLanguage(storage);
  const offered = starters.filter(({ files }) => projectLanguage(files) === language);
  const refresh = async () => setWorkspaces(await library.list());
  useEffect(() => {
    void library.list().then(setWorkspaces);
  }, [library]);

  /** Changes the library, and tells where it cannot be changed. */
  const change = async (work: () => Promise<void>) => {
    setMistake(null);
    try {
      await work();
    } catch (error) {
      if (!(error instanceof UnreadableWorkspaceError) && !(error instanceof StorageError)) throw error;
      setMistake(error instanceof StorageError ? `That could not be kept: ${error.message}.` : error.message);
    }
    await refresh();
  };
  const duplicate = async (id: string) => {
    const record = await library.load(id);
    if (record === null) return;
    const now = Date.now();
    const names = (workspaces ?? []).map(({ name }) => name);
    await library.save({
      ...record,
      id: `${id.slice(0, 4)}${now.toString(36)}`,
      name: freeName(record.name, names),
      savedAt: now,
    });
  };
  const living = (workspaces ?? []).filter(({ deletedAt }) => deletedAt === null);
  const deleted = (workspaces ?? []).filter(({ deletedAt }) => deletedAt !== null);

  return (
    <main className="start-page">
      <div className="start-column">
        <header className="start-head">
          <Logo />
          <h1>Stillroom</h1>
          <p className="dim">Database migrations, run for real on a PostgreSQL in this tab.</p>
        </header>
        {message !== null && (
          <p role="alert" className="start-message">
            {message}
          </p>
        )}
        {mistake !== null && (
          <p role="alert" className="start-message">
            {mistake}
          </p>
        )}
        {library.reason !== null && (
          <p className="start-message">
            Nothing can be kept here: {library.reason}. Everything works until the tab is closed.
          </p>
        )}
        {living.length > 0 && (
          <section aria-labelledby="continue">
            <h2 id="continue">Continue</h2>
            <ul className="workspace-list">
              {living.map((workspace) => (
                <li key={workspace.id} className="workspace-row">
                  {renaming === workspace.id ? (
                    <RenameField
                      name={workspace.name}
                      onDone={(name) => {
                        setRenaming(null);
                        if (name !== null) void change(() => library.amend(workspace.id, { name }));
                      }}
                    />
                  ) : (
                    <button
                      type="button"
                      className="workspace-open"
                      disabled={!workspace.readable}
                      onClick={() => goTo(workspaceHash(workspace.id))}
                    >
                      <strong>{workspace.name}</strong>
                      <span className="dim">{describe(workspace)}</span>
                    </button>
                  )}
                  <span className="workspace-actions">
                    {workspace.readable ? (
                      <>
                        <SmallButton
                          label={`Rename ${workspace.name}`}
                          text="Rename"
                          onClick={() => setRenaming(workspace.id)}
                        />
                        <SmallButton
                          label={`Duplicate ${workspace.name}`}
                          text="Duplicate"
                          onClick={() => void change(() => duplicate(workspace.id))}
                        />
                        <SmallButton
                          label={`Delete ${workspace.name}`}
                          text="Delete"
                          onClick={() => void change(() => library.amend(workspace.id, { deletedAt: Date.now() }))}
                        />
                      </>
                    ) : (
                      <SmallButton
                        label={`Save what is stored of ${workspace.name} as a file`}
                        text="Save as a file"
                        onClick={() => void saveRaw(library, workspace.id)}
                      />
                    )}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )}
        <div className="course-choices">
          <LanguageChoice legend="Language" chosen={language} onChoose={choose} />
          <TextLanguageChoice languages={textLanguages} chosen={textLanguage} onChoose={chooseText} />
        </div>
        <LearnSection storage={storage} textLanguage={textLanguage} />
        <section aria-labelledby="begin">
          <h2 id="begin">Begin something new</h2>
          <ul className="starter-list">
            {offered.map((starter) => (
              <li key={starter.id}>
                <button type="button" className="starter-card" onClick={() => goTo(`#new/${starter.id}`)}>
                  <strong>{starter.title}</strong>
                  <span className="dim">{starter.description}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
        <ImportSection />
        {deleted.length > 0 && (
          <section aria-labelledby="deleted">
            <h2 id="deleted">Deleted</h2>
            <ul className="workspace-list">
              {deleted.map((workspace) => (
                <li key={workspace.id} className="workspace-row">
                  <span className="workspace-open">
                    <strong>{workspace.name}</strong>
                    <span className="dim">{describe(workspace)}</span>
                  </span>
                  <span className="workspace-actions">
                    <SmallButton
                      label={`Bring ${workspace.name} back`}
                      text="Bring back"
                      onClick={() => void change(() => library.amend(workspace.id, { deletedAt: null }))}
                    />
                    <SmallButton
                      label={`Delete ${workspace.name} for good`}
                      text="Delete for good"
                      onClick={() => void change(() => library.erase(workspace.id))}
                    />
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </main>
  );
}

function describe({ readable, fileCount, heads, savedAt }: WorkspaceSummary): string {
  if (!readable) return "cannot be opened by this version of the page; it is kept as it is";
  const database = heads.length === 0 ? "at base" : `at ${heads.map((head) => head.slice(0, 8)).join(", ")}`;
  return `${fileCount} files, database ${database}, saved ${savedAgo(savedAt, Date.now())}`;
}

async function saveRaw(library: WorkspaceLibrary, id: string): Promise<void> {
  const value = await library.loadRaw(id);
  download(`workspace-${id}.json`, new Blob([JSON.stringify(value, null, 2)], { type: "application/json" }));
}

function SmallButton(props: {
  readonly label: string;
  readonly text: string;
  readonly onClick: () => void;
}): ReactNode {
  return (
    <button type="button" className="quiet-button" aria-label={props.label} onClick={props.onClick}>
      {props.text}
    </button>
  );
}

function RenameField(props: { readonly name: string; readonly onDone: (name: string | null) => void }): ReactNode {
  const [name, setName] = useState(props.name);
  return (
    <form
      className="rename-form"
      onSubmit={(event) => {
        event.preventDefault();
        props.onDone(name.trim() === "" ? null : name.trim());
      }}
    >
      <input
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        className="text-field"
        aria-label="Name of the workspace"
        value={name}
        maxLength={80}
        onChange={(event) => setName(event.target.value)}
        onBlur={() => props.onDone(null)}
        onKeyDown={(event) => {
          if (event.key === "Escape") props.onDone(null);
        }}
      />
    </form>
  );
}
