import type { Drawing } from "./drawing";
import type { Shape } from "./shapes";

type DrawingSvgProps = {
  bounds: Drawing["bounds"];
  shapes: ReadonlyArray<Shape>;
  /** Named for screen readers. */
  label: string;
};

/** As wide as a page where it can still be read so; a larger drawing scrolls. */
const FITTING_WIDTH = 1_300;
const SCALES = { smallest: 0.5, largest: 0.9 } as const;

/** A drawing on a page: made on the server, without a script, colours from the style sheet. */
export function DrawingSvg({ bounds, shapes, label }: DrawingSvgProps) {
  const { x, y, width, height } = bounds;
  const scale = Math.min(SCALES.largest, Math.max(SCALES.smallest, FITTING_WIDTH / width));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no drawing
    <svg
      className="drawing"
      role="group"
      aria-label={label}
      width={Math.ceil(width * scale)}
      height={Math.ceil(height * scale)}
      viewBox={[x, y, width, height].map(Math.round).join(" ")}
    >
      {shapes.map((shape) => (
        <Drawn key={keyOf(shape)} shape={shape} />
      ))}
    </svg>
  );
}

function Drawn({ shape }: { shape: Shape }) {
  switch (shape.tag) {
    case "rect": {
      const { x, y, width, height } = shape.box;
      const className = `drawing-${shape.paint}`;
      return <rect className={className} {...{ x, y, width, height }} rx={shape.radius} />;
    }
    case "path": {
      const { at, d, paint } = shape;
      const transform = at && `translate(${at.x} ${at.y})`;
      return <path className={`drawing-${paint}`} d={d} transform={transform} />;
    }
    case "text": {
      const { x, y, size, anchor, text, paint } = shape;
      return (
        <text className={`drawing-${paint}`} x={x} y={y} fontSize={size} textAnchor={anchor}>
          {text}
        </text>
      );
    }
    case "group": {
      const inner = shape.shapes.map((one) => <Drawn key={keyOf(one)} shape={one} />);
      if (shape.href === null) return <g>{inner}</g>;
      return (
        <a href={shape.href} aria-label={shape.name} className="drawing-link">
          <title>{shape.name}</title>
          {inner}
        </a>
      );
    }
  }
}

/** What stands where: two equal shapes in one place would be one too many. */
function keyOf(shape: Shape): string {
  switch (shape.tag) {
    case "group":
      return shape.key;
    case "rect":
      return ["rect", shape.paint, shape.box.x, shape.box.y, shape.box.width].join(" ");
    case "path":
      return ["path", shape.paint, shape.at?.x, shape.at?.y, shape.d.slice(0, 80)].join(" ");
    case "text":
      return ["text", shape.paint, shape.x, shape.y].join(" ");
  }
}
