import type { Scene } from "../scene/scene.ts";
import { drawPicture, type DrawnPicture } from "./drawPicture.tsx";
import { paintScale } from "./paintScale.ts";

export type ExportFormat = "svg" | "png";

/** Saves the whole diagram as a file. */
export async function exportDiagram(scene: Scene, format: ExportFormat): Promise<void> {
  const picture = await drawPicture(scene);
  download(
    format === "svg" ? new Blob([picture.svg], { type: "image/svg+xml" }) : await paint(picture),
    `schema.${format}`,
  );
}

async function paint({ svg, size }: DrawnPicture): Promise<Blob> {
  const image = new Image();
  // The page's policy allows images from data, not from blobs.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const scale = paintScale(size);
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil(size.width * scale);
  canvas.height = Math.ceil(size.height * scale);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error("the picture is too large to be painted"));
      else resolve(blob);
    }, "image/png");
  });
}

function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
