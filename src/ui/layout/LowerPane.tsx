import type { ReactNode } from "react";
import { useStore } from "zustand";
import type { LowerTab } from "../../app/settingsStore.ts";
import { useApp } from "../AppContext.ts";
import { ProblemsPane } from "../problems/ProblemsPane.tsx";
import { useFindings } from "../problems/useFindings.ts";
import { useProblems } from "../problems/useProblems.ts";
import { ProofPane } from "../proof/ProofPane.tsx";
import { RunList } from "../run/RunList.tsx";
import { Terminal } from "../terminal/Terminal.tsx";
import { TabPanel, Tabs, type TabDescription } from "./Tabs.tsx";

/** @param withRun where the page is too narrow for a pane of its own, the last run is a tab here */
export function LowerPane({ withRun = false }: { readonly withRun?: boolean }): ReactNode {
  const { settings, player } = useApp();
  const chosen = useStore(settings, (state) => state.lowerTab);
  const active = (chosen === "run" || chosen === "proof") && !withRun ? "terminal" : chosen;
  const recording = useStore(player.store, (state) => state.recording);
  const open = useProblems().length + useFindings().length;
  const tabs: readonly TabDescription<LowerTab>[] = [
    { id: "terminal", label: "Terminal" },
    {
      id: "problems",
      label: "Problems",
      ...(open === 0 ? {} : { badge: { text: String(open), title: `, ${open} open`, tone: "removed" } }),
    },
    ...(withRun
      ? ([
          { id: "run", label: "Run" },
          { id: "proof", label: "Proof" },
        ] as const)
      : []),
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
      {withRun && (
        <TabPanel group="lower" id="run" active={active}>
          <RunList recording={recording} />
        </TabPanel>
      )}
      {withRun && (
        <TabPanel group="lower" id="proof" active={active}>
          <ProofPane />
        </TabPanel>
      )}
    </section>
  );
}
