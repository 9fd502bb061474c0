import { useCallback, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { useStore } from "zustand";
import type { RevisionSummary } from "../../worker/messages.ts";
import { useApp } from "../AppContext.ts";
import { Drop } from "./Drop.tsx";
import { FoldNode } from "./FoldNode.tsx";
import { frontPoint } from "./frontPoint.ts";
import { flowAt, pictureOf, picturesDuring } from "./historyFlow.ts";
import type { HistoryEdge, HistoryNode } from "./layoutHistory.ts";
import type { PathPlan } from "../../app/history/planPath.ts";
import type { MenuPlace } from "../menu/Menu.tsx";
import { momentFinder } from "./momentFinder.ts";
import { useDowngradeLosses } from "../proof/useDowngradeLosses.ts";
import { RevisionMenu } from "./RevisionMenu.tsx";
import { RevisionNode, type NodeStatus } from "./RevisionNode.tsx";
import { StepTicks } from "./StepTicks.tsx";
import { dependencyPath, nodePoint, tubePath, type HistoryScale } from "./tubePath.ts";
import { useFlow } from "./useFlow.ts";
import type { FoldedHistory } from "./useHistoryLayout.ts";
import { useHistoryView } from "./useHistoryView.ts";
import { useShownMoment, type ShownMoment } from "./useShownMoment.ts";

interface Props {
  readonly history: FoldedHistory;
  readonly revisions: readonly RevisionSummary[];
  readonly applied: ReadonlySet<string>;
}

const laneHeight = 92;
const margins = { left: 28, right: 96, top: 50, bottom: 78 };
const widths = { least: 148, most: 340 };
/** Pixels beyond the visible part in which revisions are drawn already. */
const overscan = 600;
/** Pixels that the words beside a drop take. */
const labelWidth = 170;

/** The glass tube of the history, the liquid in it and the drop on its front. */
export function HistoryPicture({ history, revisions, applied }: Props): ReactNode {
  const { layout, open } = history;
  const { player, engine } = useApp();
  const shown = useShownMoment();
  const recording = shown?.recording ?? null;
  const nowHeads = useStore(engine, (state) => state.project?.database.heads ?? none);
  const problems = useStore(engine, (state) => state.project?.problems);
  const mistakes = useMemo(
    () =>
      new Map(
        problems?.flatMap(({ severity, location, message }) =>
          severity === "error" && location !== undefined ? [[location.path, message]] : [],
        ),
      ),
    [problems],
  );
  const transition = useStore(player.store, (state) => state.transition);
  const { box, rough: view, exact, follow } = useHistoryView();
  const [menu, setMenu] = useState<{ readonly node: HistoryNode; readonly place: MenuPlace } | null>(null);
  const [preview, setPreview] = useState<PathPlan | null>(null);
  const previewed = useMemo(
    () => new Set(preview?.kind === "path" ? preview.revisions.flatMap((id) => layout.place(id)?.node.key ?? []) : []),
    [preview, layout],
  );
  const openMenu = useCallback((node: HistoryNode, element: HTMLElement) => {
    const { left, bottom, width: size } = element.getBoundingClientRect();
    setMenu({
      node,
      place: { left: Math.max(8, Math.min(left + size / 2 - 20, window.innerWidth - 316)), top: bottom + 4 },
    });
  }, []);
  const closeMenu = useCallback(() => setMenu(null), []);
  const liquids = useRef(new Map<string, SVGPathElement>());
  const drawnFills = useRef(new WeakMap<SVGPathElement, number>());
  const drops = useRef(new Map<number, HTMLElement>());

  const scale = useMemo((): HistoryScale => {
    const room = (view.width - margins.left - margins.right) / Math.max(1, layout.columns - 1);
    return {
      columnWidth: Math.max(widths.least, Math.min(widths.most, room)),
      laneHeight,
      left: margins.left,
      top: margins.top,
    };
  }, [layout.columns, view.width]);
  const width = margins.left + (layout.columns - 1) * scale.columnWidth + margins.right;
  const height = margins.top + (layout.lanes - 1) * laneHeight + margins.bottom;

  const visible = (from: number, to: number): boolean =>
    to >= view.scroll - overscan && from <= view.scroll + view.width + overscan;
  const edges = layout.edges.filter(({ from, to }) => visible(nodePoint(from, scale).x, nodePoint(to, scale).x));
  const nodes = layout.nodes.filter((node) => visible(nodePoint(node, scale).x, nodePoint(node, scale).x));

  const pictureAt = useMemo(() => {
    if (recording !== null) return picturesDuring(layout, revisions, recording);
    const still = pictureOf(layout, revisions, nowHeads);
    return () => still;
  }, [layout, revisions, nowHeads, recording]);
  const onPath = useMemo(
    () => new Set(recording?.steps.flatMap(({ revision }) => layout.place(revision)?.node.key ?? [])),
    [recording, layout],
  );
  const draw = useCallback(
    (flow: number) => {
      const picture = pictureAt(flow);
      const points = picture.fronts.map((front) => frontPoint(front, layout, scale));
      if (points[0] !== undefined) follow(points[0].x, width);
      const { scroll, width: room } = exact();
      for (const [key, path] of liquids.current) {
        const fill = picture.fills.get(key) ?? 0;
        if (drawnFills.current.get(path) === fill) continue;
        drawnFills.current.set(path, fill);
        path.style.strokeDasharray = `${fill} 2`;
        path.style.visibility = fill > 0 ? "visible" : "hidden";
      }
      for (const [index, element] of drops.current) {
        const point = points[index];
        element.hidden = point === undefined;
        if (point === undefined) continue;
        element.style.transform = `translate(${point.x}px, ${point.y}px)`;
        element.dataset.side = labelSide(point.x - scroll, Math.min(width - scroll, room));
      }
    },
    [pictureAt, layout, scale, width, follow, exact],
  );
  const flow = shown === null ? 0 : flowAt(shown.recording, shown.position);
  const redraw = useFlow(flow, shown === null ? 0 : transition, draw);
  // What came into view or moved must be drawn too, whether or not the flow changed.
  useLayoutEffect(redraw);

  const nearest = useMemo(
    () => (recording === null ? () => null : momentFinder(recording, layout, scale)),
    [recording, layout, scale],
  );

  const mostFronts = Math.max(
    1,
    nowHeads.length,
    ...(shown?.recording.steps.map(({ fromHeads, toHeads }) => Math.max(fromHeads.length, toHeads.length) + 1) ?? []),
  );
  return (
    <div className="history-scroll" ref={box} tabIndex={-1}>
      <div className="history-picture" style={{ width, height }}>
        <svg width={width} height={height} aria-hidden="true">
          {edges.map((edge) =>
            edge.kind === "dependency" ? (
              <path key={edge.key} className="dependency" d={dependencyPath(edge, scale)} />
            ) : (
              <path
                key={edge.key}
                className={`tube-edge${edgeState(edge, previewed, onPath)}`}
                d={tubePath(edge, scale)}
              />
            ),
          )}
          {edges.map(
            (edge) =>
              edge.kind === "tube" && (
                <path key={edge.key} className={`tube-glass-line tint-${edge.tint}`} d={tubePath(edge, scale)} />
              ),
          )}
          {edges.map(
            (edge) =>
              edge.kind === "tube" && (
                <path
                  key={edge.key}
                  ref={(element) => {
                    if (element === null) liquids.current.delete(edge.key);
                    else liquids.current.set(edge.key, element);
                  }}
                  className="liquid"
                  pathLength={1}
                  d={tubePath(edge, scale)}
                />
              ),
          )}
          {shown !== null && <StepTicks layout={layout} scale={scale} shown={shown} />}
        </svg>
        <ol className="history-nodes" aria-label="Revisions from base to head">
          {nodes.map((node) =>
            node.fold === null ? (
              <RevisionNode
                key={node.key}
                node={node}
                point={nodePoint(node, scale)}
                width={scale.columnWidth - 12}
                status={statusOf(node.revision?.revision ?? null, applied, shown)}
                mistake={mistakes.get(node.revision?.path ?? "") ?? null}
                previewed={previewed.has(node.key)}
                onMenu={openMenu}
              />
            ) : (
              <FoldNode
                key={node.key}
                fold={node.fold}
                point={nodePoint(node, scale)}
                width={scale.columnWidth - 12}
                applied={node.fold.revisions.filter(({ revision }) => applied.has(revision)).length}
                onOpen={open}
              />
            ),
          )}
        </ol>
        {Array.from({ length: mostFronts }, (_, index) => (
          <Drop
            key={index}
            main={index === 0}
            onPlaced={(element) => {
              if (element === null) drops.current.delete(index);
              else drops.current.set(index, element);
            }}
            positionAt={nearest}
          />
        ))}
        {menu !== null && (
          <RevisionMenu
            node={menu.node}
            place={menu.place}
            applied={applied}
            onPreview={setPreview}
            onClose={closeMenu}
          />
        )}
      </div>
      {preview !== null && <PathSummary plan={preview} />}
    </div>
  );
}

/** What a move would do, in words. */
function PathSummary({ plan }: { readonly plan: PathPlan }): ReactNode {
  const lost = useDowngradeLosses(plan.kind === "path" && plan.direction === "downgrade" ? plan.revisions : none);
  const text =
    plan.kind === "refused"
      ? `× ${plan.message}`
      : plan.revisions.length === 0
        ? "Nothing to run."
        : `Would ${plan.direction} ${plan.revisions.length === 1 ? "1 revision" : `${plan.revisions.length} revisions`}: ${plan.revisions.map((id) => id.slice(0, 8)).join(", ")}`;
  return (
    <p className={`path-summary ${plan.kind}`} role="status">
      {text}
      {lost.length > 0 && <span className="path-loss"> ! {lost.join(", ")}</span>}
    </p>
  );
}

const none: readonly string[] = [];

function edgeState({ to }: HistoryEdge, previewed: ReadonlySet<string>, onPath: ReadonlySet<string>): string {
  if (previewed.has(to.key)) return " previewed";
  return onPath.has(to.key) ? " on-path" : "";
}

function statusOf(revision: string | null, applied: ReadonlySet<string>, shown: ShownMoment | null): NodeStatus {
  if (revision === null) return "base";
  if (shown !== null && shown.recording.steps[shown.moment.stepIndex]?.revision === revision) {
    const { kind } = shown.moment;
    if (kind === "failed" || kind === "rolledBack") return "failed";
    if (kind === "statement") return "running";
  }
  return applied.has(revision) ? "applied" : "pending";
}

/** Where the drop's words have room in the part of the picture that is seen. @param x the drop, @param end where that part ends, both from its left edge */
function labelSide(x: number, end: number): "left" | "right" {
  return x > end - labelWidth && x > labelWidth ? "left" : "right";
}
