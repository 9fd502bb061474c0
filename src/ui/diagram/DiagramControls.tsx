import type { ReactNode } from "react";
import { ExportMenu } from "./ExportMenu.tsx";
import type { ExportFormat } from "./export/exportDiagram.ts";

interface DiagramControlsProps {
  readonly onZoom: (factor: number) => void;
  readonly onFit: () => void;
  readonly onArrange: () => void;
  readonly onExport: (format: ExportFormat) => void;
}

/** The buttons at the corner of the diagram. */
export function DiagramControls({ onZoom, onFit, onArrange, onExport }: DiagramControlsProps): ReactNode {
  return (
    <div className="diagram-controls" role="toolbar" aria-label="Diagram">
      <Control label="Zoom out" keys="−" icon="M3 8h10" onClick={() => onZoom(0.8)} />
      <Control label="Zoom in" keys="+" icon="M3 8h10M8 3v10" onClick={() => onZoom(1.25)} />
      <Control
        label="Fit"
        keys="0"
        icon="M2.500 6V2.500H6M10 2.500h3.500V6M13.500 10v3.500H10M6 13.500H2.500V10"
        onClick={onFit}
      />
      <Control
        label="Arrange tables anew"
        icon="M2.500 3h4v3.500h-4zM9.500 2.500h4v3.500h-4zM2.500 9.500h4v3.500h-4zM9.500 9h4v4.500h-4z"
        onClick={onArrange}
      />
      <ExportMenu onExport={onExport} />
    </div>
  );
}

function Control(props: {
  readonly label: string;
  readonly keys?: string;
  readonly icon: string;
  readonly onClick: () => void;
}): ReactNode {
  const { label, keys, icon, onClick } = props;
  return (
    <button
      type="button"
      className="diagram-control"
      aria-label={label}
      title={keys === undefined ? label : `${label} (${keys})`}
      onClick={onClick}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path d={icon} />
      </svg>
    </button>
  );
}
