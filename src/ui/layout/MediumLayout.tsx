import { useState, type ReactNode } from "react";
import { Panel } from "react-resizable-panels";
import { EditorPane } from "../editor/EditorPane.tsx";
import { Header } from "../header/Header.tsx";
import { FilesDrawer } from "./FilesDrawer.tsx";
import { BesideLesson } from "../lesson/BesideLesson.tsx";
import { LinkGate } from "../share/LinkGate.tsx";
import { HistoryBand } from "./HistoryBand.tsx";
import { LowerPane } from "./LowerPane.tsx";
import { SplitGroup } from "./SplitGroup.tsx";
import { Splitter } from "./Splitter.tsx";
import { StagePane } from "./StagePane.tsx";

/** From 700 to 1100 pixels: files in a drawer; code above, stage and terminal beside each other below. */
export function MediumLayout(): ReactNode {
  const [filesOpen, setFilesOpen] = useState(false);
  return (
    <div className="page">
      <Header onOpenFiles={() => setFilesOpen(true)} />
      <LinkGate />
      <HistoryBand />
      <main className="bench">
        <BesideLesson>
          <SplitGroup id="medium-rows" orientation="vertical">
            <Panel id="editor" minSize={120}>
              <EditorPane />
            </Panel>
            <Splitter label="Height of the editor" />
            <Panel id="below" defaultSize="48" minSize={120}>
              <SplitGroup id="medium-columns" orientation="horizontal">
                <Panel id="lower" minSize={240}>
                  <LowerPane withRun />
                </Panel>
                <Splitter label="Width of the terminal" />
                <Panel id="stage" defaultSize="50" minSize={240}>
                  <StagePane />
                </Panel>
              </SplitGroup>
            </Panel>
          </SplitGroup>
        </BesideLesson>
      </main>
      {filesOpen && <FilesDrawer onClose={() => setFilesOpen(false)} />}
    </div>
  );
}
