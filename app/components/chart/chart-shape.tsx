import { type Texture, texturePath } from "./textures";

/** `ground`: the colour below the texture; both come from the tokens, so they follow theme and paper. */
export type Look = { ground: string; texture: Texture };

type ChartShapeProps = { look: Look; x: number; y: number; width: number; height: number };

/** One part of a chart: fill, texture and outline. Attributes only: no style, no ids. */
export function ChartShape({ look: { ground, texture }, ...box }: ChartShapeProps) {
  const lines = texturePath(texture, box);
  return (
    <g>
      <rect {...box} fill={ground} stroke="var(--ink)" strokeWidth={1} vectorEffect="non-scaling-stroke" />
      {lines ? (
        <path
          d={lines}
          stroke={texture === "dotted" ? "var(--ink)" : "var(--surface)"}
          strokeWidth={texture === "dotted" ? 2 : 1.5}
          vectorEffect="non-scaling-stroke"
          fill="none"
        />
      ) : null}
    </g>
  );
}

/** What a part looks like, beside its name. */
export function ChartSwatch({ look }: { look: Look }) {
  return (
    <svg className="chart-swatch" width={16} height={16} viewBox="0 0 16 16" aria-hidden focusable="false">
      <ChartShape look={look} x={0.5} y={0.5} width={15} height={15} />
    </svg>
  );
}
