/** Pixels of the picture for one of the drawing. */
export const PNG_SCALE = 2;
/** What every current browser still draws: Safari's area, Chromium's side. */
const MAX_AREA = 16_384 * 4_096;
const MAX_SIDE = 16_384;

export type PictureSize = { width: number; height: number };

/** Pixels of the picture, or null where no browser is sure to draw so many. */
export function pictureSize(drawing: PictureSize): PictureSize | null {
  const [width, height] = [drawing.width, drawing.height].map((side) => Math.ceil(side * PNG_SCALE));
  if (!width || !height || width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_AREA) return null;
  return { width, height };
}

/** The size that an SVG says it has, in pixels; null where it says none. */
export function sizeOfSvg(svg: string): PictureSize | null {
  const head = /<svg\b[^>]*>/.exec(svg)?.[0] ?? "";
  const [width, height] = ["width", "height"].map((side) =>
    Number(new RegExp(`\\b${side}="([\\d.]+)"`).exec(head)?.[1]),
  );
  return width && height ? { width, height } : null;
}

/** Draws an SVG on a canvas of that size. Rejects where the browser cannot. */
export async function toPng(svg: string, { width, height }: PictureSize): Promise<Blob> {
  const href = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image(width, height);
    image.src = href;
    await image.decode();
    const canvas = document.createElement("canvas");
    Object.assign(canvas, { width, height });
    const context = canvas.getContext("2d");
    if (!context) throw new Error("no canvas");
    context.drawImage(image, 0, 0, width, height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    if (!blob) throw new Error("no picture");
    return blob;
  } finally {
    URL.revokeObjectURL(href);
  }
}
