import type { Verdict } from "~/domain/assessment/assessment";
import { FOUNDATIONAL_REQUIREMENTS, type SlVector } from "~/domain/security-level/security-level";
import { useTranslation } from "~/i18n/use-translation";
import { LevelStrip } from "../level-strip";
import { useIsHydrated } from "../use-is-hydrated";
import { VerdictBadge } from "../verdict-badge";

type Looked = {
  product: {
    productName: string;
    releaseVersion: string;
    slCapability: { native: SlVector; withCountermeasures: SlVector };
  };
  zone: { name: string; slTarget: SlVector };
  verdict: Verdict;
};

/** Levels and reason of the cell that is pointed at or holds the focus. */
export function MatrixDetail({ looked }: { looked: Looked | null }) {
  const { t } = useTranslation("assessment");
  const isHydrated = useIsHydrated();
  if (!looked)
    return (
      <p className="matrix-detail text-muted" data-matrix-detail>
        {isHydrated ? t("matrix.detailHint") : null}
      </p>
    );
  const { product, zone, verdict } = looked;
  return (
    <div className="matrix-detail" data-matrix-detail>
      <LevelStrip
        labels
        target={zone.slTarget}
        reached={product.slCapability.native}
        withCountermeasures={product.slCapability.withCountermeasures}
      />
      <div className="grid justify-items-start gap-1">
        <strong>
          {t("matrix.detailOf", {
            product: `${product.productName} ${product.releaseVersion}`,
            zone: zone.name,
          })}
        </strong>
        <VerdictBadge verdict={verdict} />
        <Reason {...looked} />
      </div>
    </div>
  );
}

/** What the levels alone tell; the rest stands in the assessment. */
function Reason({ product: { slCapability }, zone: { slTarget }, verdict }: Looked) {
  const { t } = useTranslation("assessment");
  const { native, withCountermeasures } = slCapability;
  const missed = FOUNDATIONAL_REQUIREMENTS.filter((fr) => native[fr] < slTarget[fr]);
  const short = missed.filter((fr) => withCountermeasures[fr] < slTarget[fr]);
  const names = (all: typeof missed) => all.map((fr) => t(`components:fr.${fr}.name`)).join(", ");
  const helped = missed.filter((fr) => !short.includes(fr));
  if (missed.length === 0)
    return <p>{t(verdict === "conforms" ? "matrix.levelsReached" : "matrix.levelsReachedButMore")}</p>;
  return (
    <p>
      {short.length > 0 ? `${t("matrix.shortIn", { names: names(short) })} ` : null}
      {helped.length > 0 ? t("matrix.helpedIn", { names: names(helped) }) : null}
    </p>
  );
}
