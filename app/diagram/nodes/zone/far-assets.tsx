import { memo } from "react";
import type { RuleSeverity } from "~/domain/zone-model/rules/rule";
import type { Size } from "../../geometry";
import { TILE } from "../../measures";
import type { AssetTile } from "../../to-flow";

const STATES: ReadonlyArray<RuleSeverity | null> = [null, "notice", "warning", "error"];

/** From afar: one path per state for all assets of a zone. */
export const FarAssets = memo(function FarAssets({
  tiles,
  size,
}: {
  tiles: ReadonlyArray<AssetTile>;
  size: Size;
}) {
  if (tiles.length === 0) return null;
  return (
    <svg className="zone-far" width={size.width} height={size.height} aria-hidden focusable="false">
      {STATES.map((state) => {
        const path = tiles
          .filter(({ worst }) => worst === state)
          .map(({ x, y }) => `M${x} ${y}h${TILE.width}v${TILE.height}h${-TILE.width}z`)
          .join("");
        return path === "" ? null : (
          <path key={state ?? "none"} className={`far-${state ?? "none"}`} d={path} />
        );
      })}
    </svg>
  );
});
