import type { ReactNode } from "react";
import { Panel } from "react-resizable-panels";
import { SplitGroup } from "../layout/SplitGroup.tsx";
import { Splitter } from "../layout/Splitter.tsx";
import { LessonSlot, useHasLesson } from "./LessonSlot.tsx";

/** The work, and the lesson in a column to its left where one is played. */
export function BesideLesson({ children }: { readonly children: ReactNode }): ReactNode {
  if (!useHasLesson()) return children;
  return (
    <SplitGroup id="medium-lesson" orientation="horizontal">
      <Panel id="lesson" defaultSize={300} minSize={240} maxSize={520} groupResizeBehavior="preserve-pixel-size">
        <LessonSlot />
      </Panel>
      <Splitter label="Width of the lesson" />
      <Panel id="work" minSize={360}>
        {children}
      </Panel>
    </SplitGroup>
  );
}
