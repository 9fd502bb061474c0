import type { ReactNode } from "react";
import { Group } from "react-resizable-panels";
import { useStore } from "zustand";
import { useApp } from "../AppContext.ts";

/** Panels side by side or one above the other, whose sizes are remembered under `id`. */
export function SplitGroup(props: {
  readonly id: string;
  readonly orientation: "horizontal" | "vertical";
  readonly children: ReactNode;
}): ReactNode {
  const { settings } = useApp();
  const layout = useStore(settings, (state) => state.layouts[props.id]);
  return (
    <Group
      id={props.id}
      className="split"
      orientation={props.orientation}
      {...(layout === undefined ? {} : { defaultLayout: { ...layout } })}
      onLayoutChanged={(sizes, { isUserInteraction }) => {
        if (isUserInteraction) settings.setState((state) => ({ layouts: { ...state.layouts, [props.id]: sizes } }));
      }}
    >
      {props.children}
    </Group>
  );
}
