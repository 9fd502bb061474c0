import type { ReactNode } from "react";
import { Panel } from "react-resizable-panels";
import { EditorPane } from "../editor/EditorPane.tsx";
import { FileTree } from "../files/FileTree.tsx";
import { Header } from "../header/Header.tsx";
import { LessonSlot, useHasLesson } from "../lesson/LessonSlot.tsx";
import { LinkGate } from "../share/LinkGate.tsx";
import { HistoryBand } from "./HistoryBand.tsx";
import { LowerPane } from "./LowerPane.tsx";
import { RunPane } from "../run/RunPane.tsx";
import { SplitGroup } from "./SplitGroup.tsx";
import { Splitter } from "./Splitter.tsx";
import { StagePane } from "./StagePane.tsx";

/** From 1100 pixels: files, code over terminal, stage, side by side. */
export function WideLayout(): ReactNode {
  const lesson = useHasLesson();
  return (
    <div className="page">
      <Header />
      <LinkGate />
      <HistoryBand />
      <main className="bench">
        <SplitGroup id={lesson ? "lesson-columns" : "columns"} orientation="horizontal">
          {lesson && (
            <>
              <Panel
                id="lesson"
                defaultSize={336}
                minSize={260}
                maxSize={640}
                groupResizeBehavior="preserve-pixel-size"
              >
                <LessonSlot />
              </Panel>
              <Splitter label="Width of the lesson" />
            </>
          )}
          <Panel
            id="files"
            defaultSize={lesson ? 164 : 188}
            minSize={140}
            maxSize={420}
            groupResizeBehavior="preserve-pixel-size"
          >
            <FileTree />
          </Panel>
          <Splitter label="Width of the files" />
          <Panel id="code" minSize={340}>
            <SplitGroup id="rows" orientation="vertical">
              <Panel id="editor" minSize={120}>
                <EditorPane />
              </Panel>
              <Splitter label="Height of the editor" />
              <Panel id="lower" defaultSize={236} minSize={80} groupResizeBehavior="preserve-pixel-size">
                <LowerPane />
              </Panel>
            </SplitGroup>
          </Panel>
          <Splitter label="Width of the code" />
          <Panel id="stage" defaultSize={lesson ? "31" : "39"} minSize={300}>
            <SplitGroup id="stage-rows" orientation="vertical">
              <Panel id="database" minSize={140}>
                <StagePane />
              </Panel>
              <Splitter label="Height of the database" />
              <Panel id="run" defaultSize={236} minSize={34} groupResizeBehavior="preserve-pixel-size">
                <RunPane />
              </Panel>
            </SplitGroup>
          </Panel>
        </SplitGroup>
      </main>
    </div>
  );
}
