import type { Measure } from "~/domain/procurement/offer-measures";
import { useTranslation } from "~/i18n/use-translation";
import { Badge } from "../badge";
import { Section } from "../section";
import { type NamedOffer, OfferRow, OfferTable } from "./offer-table";
import { useOfferWords } from "./offer-words";

type MeasureTableProps = { offers: ReadonlyArray<NamedOffer>; measures: ReadonlyArray<Measure> };

/** What suppliers state beside what the hospital asks; “best” only where that can be said. */
export function MeasureTable({ offers, measures }: MeasureTableProps) {
  const { t } = useTranslation("offers");
  const { wanted } = useOfferWords();
  return (
    <Section title={t("measures.title")} description={t("measures.description")}>
      <OfferTable caption={t("measures.caption")} first={t("measures.measure")} offers={offers}>
        <tbody>
          {measures.map((measure) => (
            <OfferRow
              key={measure.id}
              differs={measure.differs}
              offers={offers}
              head={
                <>
                  {t(`measures.name.${measure.id}`)}
                  <span className="offer-hint">{t(`measures.hint.${measure.id}`)}</span>
                  {measure.wanted ? (
                    <span className="offer-hint">
                      {t("measures.wanted")}: {wanted(measure.wanted)}
                    </span>
                  ) : null}
                </>
              }
              cell={(place) => <MeasureCell measure={measure} place={place} />}
            />
          ))}
        </tbody>
      </OfferTable>
    </Section>
  );
}

function MeasureCell({ measure, place }: { measure: Measure; place: number }) {
  const { t } = useTranslation("offers");
  const words = useOfferWords();
  const cell = measure.cells[place];
  if (!cell) return null;
  const { measured, isKept } = cell;
  const [first, ...rest] = words.measured(measured);
  const areas = measured.kind === "proven" ? words.areasProven(measured.areas) : [];
  const isBest = measure.best.includes(place);
  return (
    <div className="grid justify-items-start gap-1">
      <span className={measured.kind === "not-stated" ? "text-muted" : "font-semibold"}>{first}</span>
      {[...rest, ...areas].map((line) => (
        <span key={line} className="text-muted text-sm">
          {line}
        </span>
      ))}
      {isBest || isKept !== null ? (
        <span className="flex flex-wrap gap-1">
          {isKept === null ? null : (
            <Badge tone={isKept ? "success" : "danger"} icon={isKept ? "check-circle" : "cross-circle"}>
              {t(isKept ? "measures.kept" : "measures.broken")}
            </Badge>
          )}
          {isBest ? (
            <Badge tone="info" icon="arrow-up">
              {t("measures.best")}
            </Badge>
          ) : null}
        </span>
      ) : null}
    </div>
  );
}
