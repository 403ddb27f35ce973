import { levelStripColumns, outlinePaths } from "~/components/level-strip-geometry";
import type { SlVector } from "~/domain/security-level/security-level";

/** The same mark in two paths: from afar hundreds of them are in view. */
export function FarStrip({ target }: { target: SlVector }) {
  const columns = levelStripColumns({ target }, "small", false);
  const outline = columns.map((column) => outlinePaths(column).gap || outlinePaths(column).met).join("");
  const beyond = columns
    .flatMap(({ cells }) => cells.filter(({ kind }) => kind === "beyond"))
    .map(({ x, y, width, height }) => `M${x} ${y}h${width}v${height}h${-width}z`)
    .join("");
  return (
    <>
      <path className="far-beyond" d={beyond} />
      <path className="far-outline" d={outline} />
    </>
  );
}
