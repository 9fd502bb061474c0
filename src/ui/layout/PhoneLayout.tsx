import type { ReactNode } from "react";
import { useStore } from "zustand";
import type { PhonePane } from "../../app/settingsStore.ts";
import { useApp } from "../AppContext.ts";
import { EditorPane } from "../editor/EditorPane.tsx";
import { FileTree } from "../files/FileTree.tsx";
import { Header } from "../header/Header.tsx";
import { LessonSlot, useHasLesson } from "../lesson/LessonSlot.tsx";
import { LessonStrip } from "../lesson/LessonStrip.tsx";
import { LinkGate } from "../share/LinkGate.tsx";
import { HistoryBand } from "./HistoryBand.tsx";
import { LowerPane } from "./LowerPane.tsx";
import { StagePane } from "./StagePane.tsx";
import { TabPanel, Tabs, type TabDescription } from "./Tabs.tsx";

const tabs: readonly TabDescription<PhonePane>[] = [
  { id: "files", label: "Files" },
  { id: "code", label: "Code" },
  { id: "stage", label: "Database" },
  { id: "terminal", label: "Terminal" },
];

/** Below 700 pixels: history on top, then one pane at a time. */
export function PhoneLayout(): ReactNode {
  const { settings } = useApp();
  const lesson = useHasLesson();
  const chosen = useStore(settings, (state) => state.phonePane);
  const active = chosen === "lesson" && !lesson ? "code" : chosen;
  const show = (phonePane: PhonePane) => settings.setState({ phonePane });
  return (
    <div className="page phone">
      <Header />
      <LinkGate />
      <HistoryBand />
      <main className="bench">
        {lesson && (
          <TabPanel group="phone" id="lesson" active={active}>
            <LessonSlot />
          </TabPanel>
        )}
        <TabPanel group="phone" id="files" active={active}>
          <FileTree onOpened={() => show("code")} />
        </TabPanel>
        <TabPanel group="phone" id="code" active={active}>
          <EditorPane plain />
        </TabPanel>
        <TabPanel group="phone" id="stage" active={active}>
          <StagePane />
        </TabPanel>
        <TabPanel group="phone" id="terminal" active={active}>
          <LowerPane withRun />
        </TabPanel>
      </main>
      <nav className="phone-tabs" aria-label="Panes">
        {lesson && active !== "lesson" && <LessonStrip onOpen={() => show("lesson")} />}
        <Tabs
          group="phone"
          label="Panes"
          tabs={lesson ? [{ id: "lesson", label: "Lesson" }, ...tabs] : tabs}
          active={active}
          onSelect={show}
        />
      </nav>
    </div>
  );
}
