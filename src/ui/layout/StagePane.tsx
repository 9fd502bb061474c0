import type { ReactNode } from "react";
import { useStore } from "zustand";
import type { StageTab } from "../../app/settingsStore.ts";
import { useApp } from "../AppContext.ts";
import { DataPane } from "../data/DataPane.tsx";
import { SqlPane } from "../data/SqlPane.tsx";
import { SchemaDiagram } from "../diagram/SchemaDiagram.tsx";
import { ComparePane } from "../compare/ComparePane.tsx";
import { statementsOf } from "../../app/playback/recording.ts";
import { useShownMoment, useShownState, type ShownMoment } from "../timeline/useShownMoment.ts";
import { TabPanel, Tabs, type TabDescription } from "./Tabs.tsx";

/** What the database holds now: schema, rows, queries and the way to the models. */
export function StagePane(): ReactNode {
  const app = useApp();
  const { settings, drift, player } = app;
  const active = useStore(settings, (state) => state.stageTab);
  const changes = useStore(drift, (state) => state.drift?.changes.length ?? 0);
  const shown = useShownMoment();
  const state = useShownState();
  const transition = useStore(player.store, (playback) => playback.transition);
  const tabs: readonly TabDescription<StageTab>[] = [
    { id: "schema", label: "Schema" },
    { id: "data", label: "Data" },
    { id: "sql", label: "SQL" },
    {
      id: "differences",
      label: "Differences",
      ...(changes === 0 ? {} : { badge: { text: String(changes), title: `, ${changes} open`, tone: "changed" } }),
    },
  ];
  return (
    <section className="pane" aria-label="Database">
      <Tabs
        group="stage"
        label="Database"
        tabs={tabs}
        active={active}
        onSelect={(id) => settings.setState({ stageTab: id })}
      />
      <TabPanel group="stage" id="schema" active={active}>
        <SchemaDiagram
          state={state}
          since={shown === null ? null : (shown.recording.moments[shown.position - 1]?.state ?? null)}
          duration={transition}
          {...(shown === null ? {} : { caption: captionOf(shown) })}
          onTable={(table) => {
            settings.setState({ stageTab: "data" });
            void app.showTable(table);
          }}
        />
      </TabPanel>
      <TabPanel group="stage" id="data" active={active}>
        <DataPane />
      </TabPanel>
      <TabPanel group="stage" id="sql" active={active}>
        <SqlPane />
      </TabPanel>
      <TabPanel group="stage" id="differences" active={active}>
        <ComparePane />
      </TabPanel>
    </section>
  );
}

function captionOf({ recording, moment }: ShownMoment): string {
  switch (moment.kind) {
    case "start":
      return "before the run";
    case "statement":
      return `after statement ${moment.statementIndex + 1} of ${statementsOf(recording, moment.stepIndex).length}`;
    case "stepFinished":
      return `after ${recording.steps[moment.stepIndex]?.revision.slice(0, 8) ?? "the step"}`;
    case "failed":
      return "a statement failed";
    case "rolledBack":
      return "after the rollback";
  }
}
