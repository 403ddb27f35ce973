import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Callout } from "~/components/callout";
import { DateText } from "~/components/date-text";
import { KeyValue } from "~/components/key-value";
import { LevelStripLegend } from "~/components/level-strip-legend";
import { AssetTable } from "~/components/model/asset-table";
import { ConduitTable } from "~/components/model/conduit-table";
import { DifferenceTable } from "~/components/model/difference-table";
import { ZoneTable } from "~/components/model/zone-table";
import { Section } from "~/components/section";
import { respond } from "~/http/respond.server";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentRevision } from "~/presenters/present-revision.server";

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, (caller) => presentRevision(caller, args.params.modelId ?? "", Number(args.params.number)));

export default function RevisionPage() {
  const { t } = useTranslation("model");
  const page = useLoaderData<typeof loader>();
  const { modelId, number, previousNumber } = page;
  return (
    <>
      <Section title={t("revision.name", { number })}>
        {page.isLatest ? null : (
          <Callout tone="warning" title={t("revision.superseded")}>
            <Link to={paths.revision(modelId, page.latestNumber)}>
              {t("revision.name", { number: page.latestNumber })}
            </Link>
          </Callout>
        )}
        <KeyValue
          columns={2}
          entries={[
            { term: t("revision.publishedAt"), value: <DateText value={page.publishedAt} time /> },
            { term: t("revision.submittedBy"), value: page.submittedBy ?? t("common:unknown") },
            { term: t("revision.approvedBy"), value: page.approvedBy ?? t("common:unknown") },
            { term: t("publish.note"), value: page.note || t("common:none") },
            { term: t("revision.fingerprint"), value: <code className="break-all">{page.fingerprint}</code> },
          ]}
        />
      </Section>
      <Section title={t("table.zones", { count: page.zones.length })} actions={<LevelStripLegend />}>
        <ZoneTable modelId={modelId} zones={page.zones} />
      </Section>
      <Section title={t("table.conduits", { count: page.conduits.length })}>
        <ConduitTable modelId={modelId} conduits={page.conduits} />
      </Section>
      <Section title={t("table.assets", { count: page.assets.length })}>
        <AssetTable modelId={modelId} assets={page.assets} />
      </Section>
      {previousNumber === null ? null : (
        <Section title={t("difference.since", { number: previousNumber })}>
          <DifferenceTable
            rows={page.difference}
            caption={t("difference.since", { number: previousNumber })}
          />
        </Section>
      )}
    </>
  );
}
