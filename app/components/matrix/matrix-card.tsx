import type { Verdict } from "~/domain/assessment/assessment";
import { FOUNDATIONAL_REQUIREMENTS } from "~/domain/security-level/security-level";
import { parseDigits } from "~/domain/security-level/vector-digits";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Button } from "../button";
import { LevelStrip } from "../level-strip";
import { Link } from "../link";
import { useMessage } from "../procurement/use-message";
import { VerdictBadge } from "../verdict-badge";
import { type MatrixProduct, type MatrixZone, productTitle } from "./matrix-sizes";
import { useMatrixReason } from "./use-matrix-reason";

export type Looked = { product: MatrixProduct; zone: MatrixZone; verdict: Verdict };
type MatrixCardProps = {
  id: string;
  looked: Looked;
  /** Pixels in the frame of the grid. */
  at: { left: number; top: number };
  onClose: () => void;
};

/** Verdict, levels and reason of the cell that is looked at: beside it, or below the grid where fingers point. */
export function MatrixCard({ id, looked, at, onClose }: MatrixCardProps) {
  const { t } = useTranslation("assessment");
  const { product, zone, verdict } = looked;
  const { modelId, zoneId } = zone;
  const { declarationId } = product;
  return (
    <div className="matrix-card-place" style={at}>
      <div className="matrix-card" data-matrix-card>
        <div id={id} className="grid justify-items-start gap-2">
          <strong>{t("matrix.detailOf", { product: productTitle(product), zone: zone.name })}</strong>
          <VerdictBadge verdict={verdict} />
          <LevelStrip
            labels
            target={parseDigits(zone.target)}
            reached={parseDigits(product.native)}
            withCountermeasures={parseDigits(product.raised)}
          />
          <Levels {...looked} />
          <Reasons path={paths.matrixReason({ model: modelId, zone: zoneId, declaration: declarationId })} />
        </div>
        <span className="flex flex-wrap items-center justify-between gap-2">
          <Link to={paths.assessment(modelId, zoneId, declarationId)}>{t("matrix.openAssessment")}</Link>
          <Button variant="quiet" size="small" icon="cross" iconOnly onClick={onClose}>
            {t("matrix.closeCard")}
          </Button>
        </span>
      </div>
    </div>
  );
}

/** The findings that weigh most, as soon as they are there. */
function Reasons({ path }: { path: string }) {
  const { t } = useTranslation("assessment");
  const write = useMessage();
  const { reason, isFailed } = useMatrixReason(path);
  if (isFailed) return <p className="text-muted">{t("matrix.reasonFailed")}</p>;
  if (!reason) return <p className="text-muted">{t("matrix.reasonComes")}</p>;
  if (reason.reasons.length === 0) return <p>{t("matrix.reasonNone")}</p>;
  return (
    <>
      <ul className="list-disc ps-5">
        {reason.reasons.map((one) => (
          <li key={one.id}>{write(one.reason)}</li>
        ))}
      </ul>
      {reason.more > 0 ? (
        <p className="text-muted">{t("matrix.reasonMore", { count: reason.more })}</p>
      ) : null}
    </>
  );
}

/** What the levels alone tell, at once. */
function Levels({ product, zone, verdict }: Looked) {
  const { t } = useTranslation("assessment");
  const [target, native, raised] = [zone.target, product.native, product.raised].map(parseDigits);
  if (!target || !native || !raised) return null;
  const missed = FOUNDATIONAL_REQUIREMENTS.filter((fr) => native[fr] < target[fr]);
  const short = missed.filter((fr) => raised[fr] < target[fr]);
  const helped = missed.filter((fr) => !short.includes(fr));
  const names = (all: typeof missed) => all.map((fr) => t(`components:fr.${fr}.name`)).join(", ");
  if (missed.length === 0)
    return verdict === "conforms" ? (
      <p>{t("matrix.levelsReached")}</p>
    ) : (
      <p>{t("matrix.levelsOnlyReached")}</p>
    );
  return (
    <p>
      {short.length > 0 ? `${t("matrix.shortIn", { names: names(short) })} ` : null}
      {helped.length > 0 ? t("matrix.helpedIn", { names: names(helped) }) : null}
    </p>
  );
}
