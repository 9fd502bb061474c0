import type { ReactNode } from "react";
import { useStore } from "zustand";
import type { LowerTab } from "../../app/settingsStore.ts";
import { useApp } from "../AppContext.ts";
import { ProblemsPane } from "../problems/ProblemsPane.tsx";
import { useProblems } from "../problems/useProblems.ts";
import { Terminal } from "../terminal/Terminal.tsx";
import { TabPanel, Tabs, type TabDescription } from "./Tabs.tsx";

export function LowerPane(): ReactNode {
  const { settings } = useApp();
  const active = useStore(settings, (state) => state.lowerTab);
  const problems = useProblems();
  const tabs: readonly TabDescription<LowerTab>[] = [
    { id: "terminal", label: "Terminal" },
    {
      id: "problems",
      label: "Problems",
      ...(problems.length === 0
        ? {}
        : { badge: { text: String(problems.length), title: `, ${problems.length} open`, tone: "removed" } }),
    },
  ];
  return (
    <section className="pane" aria-label="Terminal and problems">
      <Tabs
        group="lower"
        label="Output"
        tabs={tabs}
        active={active}
        onSelect={(id) => settings.setState({ lowerTab: id })}
      />
      <TabPanel group="lower" id="terminal" active={active}>
        <Terminal />
      </TabPanel>
      <TabPanel group="lower" id="problems" active={active}>
        <ProblemsPane />
      </TabPanel>
    </section>
  );
}
