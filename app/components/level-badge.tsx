import { minimumLevel, type SlVector, toNotation } from "~/domain/security-level/security-level";
import { useTranslation } from "~/i18n/use-translation";

type LevelBadgeProps = { vector: SlVector | null; kind?: "target" | "capability" | "achieved" };

const SHORT = { target: "SL-T", capability: "SL-C", achieved: "SL-A" } as const;

/** Where one number must stand for seven: the lowest, and it says so. */
export function LevelBadge({ vector, kind = "target" }: LevelBadgeProps) {
  const { t } = useTranslation("components");
  if (vector === null) return <span className="badge badge-neutral">{t("levelBadge.none")}</span>;
  const level = minimumLevel(vector);
  const notation = toNotation(vector);
  const explanation = t("levelBadge.explanation", { kind: t(`levelBadge.kind.${kind}`), level, notation });
  return (
    <span className="badge badge-neutral" title={explanation}>
      <span>
        {SHORT[kind]} {t("levelBadge.minimum")} <strong>{level}</strong>
      </span>
    </span>
  );
}
