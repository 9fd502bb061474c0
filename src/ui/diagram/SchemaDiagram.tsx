import {
  useId,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from "react";
import type { DatabaseState } from "../../engine/runtime/migrationEvent.ts";
import { DiagramControls } from "./DiagramControls.tsx";
import { pageMemory, type DiagramMemory } from "./diagramMemory.ts";
import { DiagramPicture } from "./DiagramPicture.tsx";
import { exportDiagram, type ExportFormat } from "./export/exportDiagram.ts";
import { useReader } from "./input/useReader.ts";
import { diffDiagram } from "./model/diffDiagram.ts";
import { DiagramView } from "./motion/diagramView.ts";
import { handTime } from "./motion/handTime.ts";
import { useDiagramMotion } from "./motion/useDiagramMotion.ts";
import { useElementSize } from "./motion/useElementSize.ts";
import { useFollowingView } from "./motion/useFollowingView.ts";
import { NoTables } from "./NoTables.tsx";
import { contentOf } from "./scene/contentOf.ts";
import { dropLeaving } from "./scene/keepLeaving.ts";
import { advanceWorld } from "./scene/world.ts";
import "./diagram.css";

export interface SchemaDiagramProps {
  /** The database at the moment that the page shows; null before it is known. */
  readonly state: DatabaseState | null;
  /** The state that the moment's changes are counted from; null marks nothing. */
  readonly since: DatabaseState | null;
  /** Milliseconds that a transition takes; 0: no movement at all. */
  readonly duration: number;
  /** Which moment this is, such as "after statement 2 of 3". */
  readonly caption?: string;
  /** A table was chosen, by double click or Enter. */
  readonly onTable?: (key: string) => void;
  /** Where places and view outlive the component. */
  readonly memory?: DiagramMemory;
}

/** The database as tables and the foreign keys between them; what the moment changed stands out and moves into place. */
export function SchemaDiagram(props: SchemaDiagramProps): ReactNode {
  const { state, since, duration, caption, onTable, memory = pageMemory } = props;
  const id = useId();
  const [view] = useState(() => new DiagramView());
  const { part, detail } = useSyncExternalStore(view.subscribe, view.getSnapshot);
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  const [svg, setSvg] = useState<SVGSVGElement | null>(null);
  const drawing = useRef<SVGGElement>(null);
  const dots = useRef<SVGPatternElement>(null);
  const size = useElementSize(box);
  const [failure, setFailure] = useState<string | null>(null);

  const diagram = useMemo(() => diffDiagram(since, state), [since, state]);
  const [world, act] = useReducer(advanceWorld, memory.world);
  const { scene } = world;
  if (size !== null && world.diagram !== diagram) {
    act({ kind: "show", diagram, instant: duration === 0, aspect: size.width / size.height });
  }
  const time = world.cause === "show" ? duration : handTime();

  useLayoutEffect(() => {
    if (drawing.current === null || dots.current === null) return undefined;
    return view.attach(drawing.current, dots.current);
  }, [view]);
  useFollowingView(view, world, size, time, memory);
  const motion = useDiagramMotion(view, size === null ? null : scene, time, () => act({ kind: "settle" }));
  const { rects, active, chosen, onKeyDown, onFocus } = useReader({ svg, world, act, motion, view, onTable });

  useLayoutEffect(() => {
    memory.keepWorld(world);
  }, [memory, world]);
  useLayoutEffect(
    () => () => {
      memory.keepView(view.isAuto ? null : view.target);
    },
    [memory, view],
  );

  const save = (format: ExportFormat): void => {
    setFailure(null);
    exportDiagram(dropLeaving(scene), format).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      setFailure(`The ${format.toUpperCase()} could not be made: ${reason}`);
    });
  };

  return (
    <div className="diagram" ref={setBox}>
      <svg
        ref={setSvg}
        className="diagram-canvas"
        role="application"
        aria-roledescription="schema diagram"
        aria-label={`Schema: ${rects.size} ${rects.size === 1 ? "table" : "tables"}`}
        aria-describedby={`${id}keys`}
        data-detail={detail}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
      >
        <defs>
          <pattern ref={dots} id={`${id}dots`} width="20" height="20" patternUnits="userSpaceOnUse">
            <circle className="diagram-dot" cx="1" cy="1" r="0.9" />
          </pattern>
        </defs>
        <rect width="100%" height="100%" fill={`url(#${id}dots)`} />
        <g ref={drawing}>
          <DiagramPicture scene={scene} motion={motion} detail={detail} part={part} chosen={chosen} active={active} />
        </g>
      </svg>
      {state !== null && scene.cards.length === 0 && <NoTables />}
      <p id={`${id}keys`} className="visually-hidden">
        Arrow keys go to the next table, with Shift they move it. Space highlights a table and its neighbours, Escape
        ends that. Enter opens its rows. Plus, minus and 0 zoom.
      </p>
      <div className="diagram-bar">
        <p className="diagram-caption" role={failure === null ? undefined : "alert"}>
          {failure ?? caption}
        </p>
        {scene.cards.length > 0 && (
          <DiagramControls
            onZoom={(factor) => view.zoomBy(factor)}
            onFit={() => view.fit(contentOf(scene))}
            onArrange={() => act({ kind: "arrange", aspect: view.size.width / Math.max(1, view.size.height) })}
            onExport={save}
          />
        )}
      </div>
    </div>
  );
}
