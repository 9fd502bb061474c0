import type { ReactNode } from "react";
import { useStore } from "zustand";
import type { StageTab } from "../../app/settingsStore.ts";
import { useApp } from "../AppContext.ts";
import { DataPane } from "../data/DataPane.tsx";
import { SqlPane } from "../data/SqlPane.tsx";
import { SchemaDiagram } from "../diagram/SchemaDiagram.tsx";
import { DifferencesPane } from "../drift/DifferencesPane.tsx";
import { TabPanel, Tabs, type TabDescription } from "./Tabs.tsx";

/** What the database holds now: schema, rows, queries and the way to the models. */
export function StagePane(): ReactNode {
  const { settings, drift, engine } = useApp();
  const active = useStore(settings, (state) => state.stageTab);
  const changes = useStore(drift, (state) => state.drift?.changes.length ?? 0);
  const state = useStore(engine, ({ project }) => project?.database ?? null);
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
        <SchemaDiagram state={state} />
      </TabPanel>
      <TabPanel group="stage" id="data" active={active}>
        <DataPane />
      </TabPanel>
      <TabPanel group="stage" id="sql" active={active}>
        <SqlPane />
      </TabPanel>
      <TabPanel group="stage" id="differences" active={active}>
        <DifferencesPane />
      </TabPanel>
    </section>
  );
}
