import { useTranslation } from "~/i18n/use-translation";
import {
  levelStripColumns,
  levelStripSize,
  type StripColumn,
  type StripSize,
  type StripVectors,
} from "./level-strip-geometry";
import { LevelStripGraphic } from "./level-strip-graphic";

type LevelStripProps = StripVectors & {
  size?: StripSize;
  labels?: boolean;
  /** What the levels belong to, first words for screen readers. */
  title?: string;
};

/**
 * The mark of the product: seven columns for FR 1 to 7. Outline = target, fill = reached, hatching = reached only
 * with countermeasures, a gap stays visibly empty. The same in text for screen readers and on hover.
 */
export function LevelStrip({ size = "regular", labels = false, title, ...vectors }: LevelStripProps) {
  const { t } = useTranslation("components");
  const describe = useColumnText();
  const describeShortly = useShortText();
  const { width, height } = levelStripSize(size, labels);
  const isSmall = size === "small" && !labels;
  const columns = hasLevels(vectors)
    ? levelStripColumns(vectors, size, labels)
        .map(isSmall ? describeShortly : describe)
        .join("; ")
    : t("levelStrip.empty");
  const summary = title
    ? t("levelStrip.summaryOf", { title, columns })
    : t("levelStrip.summary", { columns });
  return (
    <svg
      className="level-strip"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={summary}
      focusable="false"
    >
      {isSmall ? <title>{summary}</title> : null}
      <LevelStripGraphic {...vectors} size={size} labels={labels} describe={isSmall ? undefined : describe} />
    </svg>
  );
}

function hasLevels({ target, reached, withCountermeasures }: StripVectors): boolean {
  return Boolean(target ?? reached ?? withCountermeasures);
}

/** Small strips stand in long tables, where names of requirements would be noise: “IAC 1 (2 with countermeasures) / 3”. */
function useShortText(): (column: StripColumn) => string {
  const { t } = useTranslation("components");
  return ({ foundationalRequirement, target, reached, withCountermeasures }) => {
    const isRaised = withCountermeasures !== null && withCountermeasures > (reached ?? 0);
    const raised = isRaised ? `(${t("levelStrip.withCountermeasures", { level: withCountermeasures })})` : "";
    const words = [foundationalRequirement, reached ?? (isRaised ? "" : "?"), raised, "/", target ?? "–"];
    return words.filter((word) => word !== "").join(" ");
  };
}

/** “IAC Identification and authentication control: target 3, reached 2, 3 with countermeasures”. */
export function useColumnText(): (column: StripColumn) => string {
  const { t } = useTranslation("components");
  return ({ foundationalRequirement: fr, target, reached, withCountermeasures, gap }) => {
    const isRaised = withCountermeasures !== null && (reached === null || withCountermeasures > reached);
    const levels = [
      target === null ? t("levelStrip.noTarget") : t("levelStrip.target", { level: target }),
      reached === null
        ? isRaised
          ? ""
          : t("levelStrip.notKnown")
        : t("levelStrip.reached", { level: reached }),
      isRaised ? t("levelStrip.withCountermeasures", { level: withCountermeasures }) : "",
      gap > 0 ? t("levelStrip.short", { gap }) : "",
    ];
    return t("levelStrip.column", {
      fr,
      name: t(`fr.${fr}.name`),
      levels: levels.filter(Boolean).join(", "),
    });
  };
}
