import type { Verdict } from "~/domain/assessment/assessment";
import { type ComparedOffer, ROW_REACHES } from "~/domain/procurement/offer-comparison";
import type { SlVector } from "~/domain/security-level/security-level";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { LevelStrip } from "../level-strip";
import { LevelStripLegend } from "../level-strip-legend";
import { Link } from "../link";
import { Section } from "../section";
import { VerdictBadge } from "../verdict-badge";
import { type NamedOffer, OfferRow, OfferTable } from "./offer-table";
import { useOfferWords } from "./offer-words";

export type OverviewOffer = NamedOffer & {
  declarationVersion: number;
  signedAt: string;
  verdict: Verdict;
  slCapability: { native: SlVector; withCountermeasures: SlVector };
  reaches: ComparedOffer["reaches"];
  demanded: number;
  newer: { declarationId: string; version: number } | null;
};
type OffersOverviewProps = {
  zone: { modelId: string; id: string; slTarget: SlVector };
  offers: ReadonlyArray<OverviewOffer>;
  mayDecide: boolean;
};

const COUNTED = ROW_REACHES.filter((reach) => reach !== "other-type");

/** Verdict, levels and how the requirements are met, one offer a column. */
export function OffersOverview({ zone, offers, mayDecide }: OffersOverviewProps) {
  const { t } = useTranslation("offers");
  const words = useOfferWords();
  const rowOf = (head: string, hint: string | null, cell: (offer: OverviewOffer) => React.ReactNode) => (
    <OfferRow
      head={
        <>
          {head}
          {hint ? <span className="offer-hint">{hint}</span> : null}
        </>
      }
      offers={offers}
      cell={(place) => (offers[place] ? cell(offers[place]) : null)}
    />
  );
  return (
    <Section title={t("offersTable.title")}>
      <OfferTable caption={t("offersTable.caption")} first={t("offersTable.what")} offers={offers}>
        <tbody>
          {rowOf(t("offersTable.verdict"), null, ({ verdict }) => (
            <VerdictBadge verdict={verdict} />
          ))}
          {rowOf(t("offersTable.levels"), t("offersTable.levelsHint"), (offer) => (
            <LevelStrip
              size="regular"
              labels
              title={words.offer(offer)}
              target={zone.slTarget}
              reached={offer.slCapability.native}
              withCountermeasures={offer.slCapability.withCountermeasures}
            />
          ))}
          {rowOf(t("offersTable.rows"), null, (offer) => (
            <Reaches offer={offer} />
          ))}
          {rowOf(t("offersTable.declaration"), null, ({ declarationVersion, signedAt, newer }) => (
            <>
              {t("offersTable.version", { version: declarationVersion, date: words.day(signedAt) })}
              {newer ? (
                <span className="block text-warning">
                  {t("summary.newer", { version: newer.version })}{" "}
                  <Link to={paths.assessment(zone.modelId, zone.id, newer.declarationId)}>
                    {t("summary.toNewer")}
                  </Link>
                </span>
              ) : null}
            </>
          ))}
          {rowOf(t("offersTable.next"), null, (offer) => (
            <Next zone={zone} offer={offer} mayDecide={mayDecide} />
          ))}
        </tbody>
      </OfferTable>
      <LevelStripLegend />
    </Section>
  );
}

function Reaches({ offer: { reaches, demanded } }: { offer: OverviewOffer }) {
  const { t } = useTranslation("offers");
  return (
    <ul className="grid gap-0.5">
      {COUNTED.filter((reach) => reaches[reach] > 0).map((reach) => (
        <li key={reach}>
          {t(`reach.${reach}`)}: {t("reachCount", { count: reaches[reach], total: demanded })}
        </li>
      ))}
    </ul>
  );
}

function Next({
  zone,
  offer,
  mayDecide,
}: Pick<OffersOverviewProps, "zone" | "mayDecide"> & { offer: OverviewOffer }) {
  const { t } = useTranslation("offers");
  const { offer: nameOf } = useOfferWords();
  const product = nameOf(offer);
  const to = paths.assessment(zone.modelId, zone.id, offer.declarationId);
  const isDecidable = mayDecide && offer.newer === null;
  return (
    <Link to={to} aria-label={t(isDecidable ? "summary.decideOn" : "summary.assessmentOf", { product })}>
      {t(isDecidable ? "summary.decide" : "summary.assessment")}
    </Link>
  );
}
