import type { ReactNode } from "react";
import { useStore } from "zustand";
import type { RunTab } from "../../app/settingsStore.ts";
import { useApp } from "../AppContext.ts";
import { TabPanel, Tabs, type TabDescription } from "../layout/Tabs.tsx";
import { ProofPane } from "../proof/ProofPane.tsx";
import { NoticeList } from "./NoticeList.tsx";
import { RunList } from "./RunList.tsx";

/** What the last command did to the database, statement by statement. */
export function RunPane(): ReactNode {
  const { settings, player } = useApp();
  const active = useStore(settings, (state) => state.runTab);
  const recording = useStore(player.store, (state) => state.recording);
  const notices = recording?.moments.reduce((sum, moment) => sum + moment.notices.length, 0) ?? 0;
  const tabs: readonly TabDescription<RunTab>[] = [
    { id: "run", label: "Run" },
    { id: "proof", label: "Proof" },
    {
      id: "notices",
      label: "Notices",
      ...(notices === 0 ? {} : { badge: { text: String(notices), title: `, ${notices}`, tone: "neutral" } }),
    },
  ];
  return (
    <section className="pane" aria-label="Last run">
      <Tabs
        group="run"
        label="Last run"
        tabs={tabs}
        active={active}
        onSelect={(id) => settings.setState({ runTab: id })}
      />
      <TabPanel group="run" id="run" active={active}>
        <RunList recording={recording} />
      </TabPanel>
      <TabPanel group="run" id="proof" active={active}>
        <ProofPane />
      </TabPanel>
      <TabPanel group="run" id="notices" active={active}>
        <NoticeList recording={recording} />
      </TabPanel>
    </section>
  );
}
