import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { DiagramPicture } from "../DiagramPicture.tsx";
import { pathBounds } from "../geometry/edgePath.ts";
import { boundsOf, inflate, type Size } from "../geometry/rect.ts";
import { DiagramMotion } from "../motion/diagramMotion.ts";
import type { Scene } from "../scene/scene.ts";
import { embedFonts } from "./embedFonts.ts";
import { inlineStyles } from "./inlineStyles.ts";

export interface DrawnPicture {
  readonly svg: string;
  readonly size: Size;
}

const margin = 24;

/** The whole scene at full detail as an SVG document that needs no style sheet: it is drawn off the screen, with the page's theme. */
export async function drawPicture(scene: Scene): Promise<DrawnPicture> {
  const bounds = inflate(
    boundsOf([...scene.cards.map((card) => card.rect), ...scene.edges.map((edge) => pathBounds(edge.path))]) ?? {
      x: 0,
      y: 0,
      width: 0,
      height: 0,
    },
    margin,
  );
  const host = document.createElement("div");
  host.className = "diagram diagram-offscreen";
  document.body.append(host);
  const root = createRoot(host);
  const motion = new DiagramMotion();
  try {
    flushSync(() => {
      root.render(
        <svg
          xmlns="http://www.w3.org/2000/svg"
          width={bounds.width}
          height={bounds.height}
          viewBox={`${bounds.x} ${bounds.y} ${bounds.width} ${bounds.height}`}
        >
          <rect className="diagram-paper" {...bounds} />
          <DiagramPicture scene={scene} motion={motion} detail="near" part={null} chosen={null} active={null} />
        </svg>,
      );
    });
    motion.show(scene, 0, () => undefined);
    const drawn = host.querySelector("svg");
    if (drawn === null) throw new Error("the picture was not drawn");
    const svg = inlineStyles(drawn);
    await embedFonts(svg);
    return { svg: new XMLSerializer().serializeToString(svg), size: { width: bounds.width, height: bounds.height } };
  } finally {
    root.unmount();
    host.remove();
  }
}
