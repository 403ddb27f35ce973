import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CandidateTable } from "~/components/assessment/candidate-table";
import { JudgedNote } from "~/components/assessment/judged-note";
import { ButtonLink } from "~/components/button-link";
import { EmptyState } from "~/components/empty-state";
import { FilterChips } from "~/components/filter-chips";
import { LevelStripLegend } from "~/components/level-strip-legend";
import { CompareForm } from "~/components/offers/compare-form";
import { Section } from "~/components/section";
import { respond } from "~/http/respond.server";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentZoneCandidates } from "~/presenters/present-zone-candidates.server";

export const loader = (args: LoaderFunctionArgs) => {
  const { modelId = "", zoneId = "" } = args.params;
  const search = new URL(args.request.url).searchParams;
  const query = {
    verdict: search.get("verdict"),
    supplier: search.get("supplier"),
    sort: search.get("sort"),
    direction: search.get("direction"),
  };
  return respond(args, (caller) => presentZoneCandidates(caller, modelId, zoneId, query));
};

export default function ZoneProductsPage() {
  const { t } = useTranslation("questions");
  const page = useLoaderData<typeof loader>();
  const { modelId, zone } = page;
  return (
    <Section
      title={t("candidates.title", { zone: zone.name })}
      description={t("candidates.description", { number: page.revisionNumber })}
      actions={
        <>
          <ButtonLink to={paths.zoneProfile(modelId, zone.id)}>{t("candidates.toZone")}</ButtonLink>
          {zone.slTarget ? (
            <ButtonLink to={paths.whatIf(modelId, zone.id)}>{t("links.whatIf")}</ButtonLink>
          ) : null}
        </>
      }
    >
      <Body page={page} />
    </Section>
  );
}

function Body({ page }: { page: ReturnType<typeof useLoaderData<typeof loader>> }) {
  const { t } = useTranslation("questions");
  const { modelId, zone, counts, suppliers, rows, judged, sort } = page;
  if (!zone.slTarget)
    return (
      <EmptyState title={t("candidates.noTarget")} icon="zone">
        {t("candidates.noTargetText")}
      </EmptyState>
    );
  if (suppliers.length === 0)
    return (
      <EmptyState
        title={t("candidates.noProducts")}
        icon="product"
        action={<ButtonLink to={paths.requests()}>{t("candidates.toRequests")}</ButtonLink>}
      >
        {t("candidates.noProductsText")}
      </EmptyState>
    );
  return (
    <>
      <FilterChips
        label={t("candidates.verdict")}
        param="verdict"
        options={counts.map(({ verdict, count }) => ({
          value: verdict,
          label: t(`components:verdict.${verdict}`),
          count,
        }))}
      />
      {suppliers.length > 1 ? (
        <FilterChips
          label={t("candidates.supplier")}
          param="supplier"
          options={suppliers.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      <LevelStripLegend />
      <CompareForm zones={[{ modelId, modelName: "", zoneId: zone.id, name: zone.name }]} />
      <CandidateTable modelId={modelId} zone={zone} rows={rows} sort={sort} />
      <JudgedNote of="candidates" {...judged} />
    </>
  );
}
