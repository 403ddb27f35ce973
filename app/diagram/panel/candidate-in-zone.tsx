import { useMemo } from "react";
import { Button } from "~/components/button";
import { LevelStrip } from "~/components/level-strip";
import { Link } from "~/components/link";
import { useMessage } from "~/components/procurement/use-message";
import { judgeCandidateIn } from "~/domain/assessment/candidate";
import type { JudgingGround, KnownProduct } from "~/domain/assessment/placed-products";
import { isCondition } from "~/domain/assessment/questions/fit";
import { saidOnce } from "~/domain/assessment/questions/said-once";
import type { ZoneModelIndex } from "~/domain/zone-model/queries";
import type { Zone } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import type { ReleaseChoice } from "../choices";
import { newId } from "../editing/new-id";
import type { EditorActions } from "../editor-actions";
import { placedAsset } from "../overlays/place-candidate";
import type { Candidate } from "../overlays/use-candidate";

const MOST_FINDINGS = 5;
const WORST_FIRST = ["gap", "open"] as const;

type CandidateInZoneProps = {
  candidate: Candidate;
  product: KnownProduct;
  release: ReleaseChoice;
  zone: Zone;
  ground: JudgingGround | null;
  index: ZoneModelIndex;
  modelId: string;
  mayEdit: boolean;
  actions: EditorActions;
};

/** What one zone says to the product: verdict, levels, what is missing in words, and the way in. */
export function CandidateInZone(props: CandidateInZoneProps) {
  const { candidate, product, release, zone, ground, index, modelId, mayEdit, actions } = props;
  const { t } = useTranslation("overlay");
  const write = useMessage();
  const judgement = useMemo(
    () => (ground ? judgeCandidateIn(ground, index, zone.id, product) : undefined),
    [ground, index, zone.id, product],
  );
  if (!judgement) return null;
  const { native, withCountermeasures } = judgement.slCapability;
  const short = judgement.results.filter(({ state }) => state === "short" || state === "undecided");
  const told = saidOnce(judgement.findings);
  const open = [
    ...WORST_FIRST.flatMap((severity) => told.filter((finding) => finding.severity === severity)),
    ...told.filter(isCondition),
  ];
  const place = () => {
    const asset = placedAsset(newId(), release, zone.id);
    if (!actions.commit([{ type: "add-asset", asset }])) return;
    candidate.leave();
    actions.show({ kind: "asset", id: asset.id });
  };
  return (
    <section className="candidate-zone" aria-label={zone.name}>
      <LevelStrip
        target={zone.slTarget}
        reached={native}
        withCountermeasures={withCountermeasures}
        labels
        title={zone.name}
      />
      {short.length > 0 ? (
        <p>
          {t("candidate.short", {
            requirements: short.map(({ foundationalRequirement }) => foundationalRequirement).join(", "),
          })}
        </p>
      ) : null}
      {open.length > 0 ? (
        <ul className="candidate-findings">
          {open.slice(0, MOST_FINDINGS).map((finding) => (
            <li key={finding.id}>{write(finding.reason)}</li>
          ))}
        </ul>
      ) : null}
      {open.length > MOST_FINDINGS ? (
        <p className="editor-none">{t("more", { count: open.length - MOST_FINDINGS })}</p>
      ) : null}
      <div className="candidate-actions">
        {mayEdit ? (
          <Button variant="primary" size="small" icon="plus" onClick={place}>
            {t("candidate.place", { zone: zone.name })}
          </Button>
        ) : null}
        {candidate.declarationId ? (
          <Link to={paths.assessment(modelId, zone.id, candidate.declarationId)}>{t("candidate.full")}</Link>
        ) : null}
      </div>
    </section>
  );
}
