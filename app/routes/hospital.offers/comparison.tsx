import { useSearchParams } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { Callout } from "~/components/callout";
import { FileDownload } from "~/components/download/file-download";
import { MeasureTable } from "~/components/offers/measure-table";
import type { NoteRefusal } from "~/components/offers/note-form";
import { NoteList } from "~/components/offers/note-list";
import { useOfferWords } from "~/components/offers/offer-words";
import { OffersOverview } from "~/components/offers/offers-overview";
import { RequirementTable } from "~/components/offers/requirement-table";
import { RuleTable } from "~/components/offers/rule-table";
import type { PostedValues } from "~/components/procurement/posted-values";
import { Section } from "~/components/section";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import type { presentOffers } from "~/presenters/present-offers.server";

type ComparisonProps = {
  page: Extract<Awaited<ReturnType<typeof presentOffers>>, { step: "comparison" }>;
  outcome: { refusal: NoteRefusal; values: PostedValues } | undefined;
};

/** In words first, then measures, requirements, rules, and what countermeasures take. */
export function Comparison({ page, outcome }: ComparisonProps) {
  const { t } = useTranslation("offers");
  const words = useOfferWords();
  const [search] = useSearchParams();
  const { zone, offers } = page;
  const address = {
    model: zone.modelId,
    zone: zone.id,
    declarations: offers.map(({ declarationId }) => declarationId),
  };
  const others = `${paths.offers({ model: zone.modelId, zone: zone.id })}`;
  return (
    <>
      {search.has("saved") && !outcome ? (
        <Callout tone="success" live>
          {t("notes.saved")}
        </Callout>
      ) : null}
      <Section
        title={t("summary.title")}
        actions={<ButtonLink to={others}>{t("choose.compareOthers")}</ButtonLink>}
      >
        <div className="offer-summary">
          {words.summary(page).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <ul>
            {words.standings({ offers, rules: page.standings }).map((sentence, place) => (
              <li key={offers[place]?.declarationId}>{sentence}</li>
            ))}
          </ul>
        </div>
      </Section>
      <OffersOverview zone={zone} offers={offers} mayDecide={page.mayDecide} />
      <MeasureTable offers={offers} measures={page.measures} />
      <RequirementTable
        zone={zone}
        offers={offers}
        groups={page.groups}
        filter={page.filter}
        shown={page.shownRows}
        total={page.counts.rows}
        weighing={page.counts.rowsWeighing}
      />
      <RuleTable offers={offers} rules={page.rules} />
      <NoteList
        offers={offers}
        mayWrite={page.mayWrite}
        refusal={outcome?.refusal}
        values={outcome?.values}
      />
      <Section title={t("export.title")} description={t("export.description")}>
        <ul className="offer-files">
          {(["xlsx", "pdf"] as const).map((kind) => (
            <li key={kind}>
              <span>{t(`export.${kind}`)}</span>
              <FileDownload href={paths.offersFile(`offers.${kind}`, address)} label={t(`export.${kind}`)} />
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
