import { Form } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { CountText } from "~/components/count-text";
import { EmptyState } from "~/components/empty-state";
import { Section } from "~/components/section";
import { SelectField } from "~/components/select-field";
import { SubmitButton } from "~/components/submit-button";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { type AssetRow, AssetTable } from "./asset-table";
import { RefusalNote } from "./command-form";
import { type ConduitRow, ConduitTable } from "./conduit-table";
import { type FindingRow, FindingTable } from "./finding-table";
import { indentedName } from "./indent";
import type { FormOutcome } from "./refusal";
import { type ZoneRow, ZoneTable } from "./zone-table";

type ModelTablesProps = {
  modelId: string;
  version: number;
  mayEdit: boolean;
  zones: ReadonlyArray<ZoneRow>;
  conduits: ReadonlyArray<ConduitRow>;
  assets: ReadonlyArray<AssetRow>;
  assetCount: number;
  zoneFilter: { value: string | null; noZone: string };
  findings: ReadonlyArray<FindingRow>;
  findingCount: number;
  choices: { zones: ReadonlyArray<{ id: string; name: string; depth: number }> };
  outcome: FormOutcome | undefined;
};

/** The model in four tables: the same facts as the diagram, for everyone who does not use a canvas. */
export function ModelTables(props: ModelTablesProps) {
  const { modelId, version, mayEdit, zones, conduits, assets, findings, choices, outcome } = props;
  const { t } = useTranslation("model");
  const add = (kind: "zone" | "conduit" | "asset") =>
    mayEdit ? (
      <ButtonLink to={`${paths.modelTable(modelId, { add: kind })}#element`} icon="plus">
        {t(`table.add.${kind}`)}
      </ButtonLink>
    ) : undefined;
  return (
    <div id="model" className="grid gap-8">
      <nav aria-label={t("table.jump")} className="flex flex-wrap gap-4 print:hidden">
        <a href="#zones">{t("table.zones", { count: zones.length })}</a>
        <a href="#conduits">{t("table.conduits", { count: conduits.length })}</a>
        <a href="#assets">{t("table.assets", { count: props.assetCount })}</a>
        <a href="#findings">{t("table.findings", { count: props.findingCount })}</a>
      </nav>
      <Section id="zones" title={t("table.zones", { count: zones.length })} actions={add("zone")}>
        <ZoneTable
          modelId={modelId}
          zones={zones}
          mayEdit={mayEdit}
          empty={
            <EmptyState title={t("zone.empty")} icon="zone" action={add("zone")}>
              {t("zone.emptyText")}
            </EmptyState>
          }
        />
      </Section>
      <Section id="conduits" title={t("table.conduits", { count: conduits.length })} actions={add("conduit")}>
        <ConduitTable
          modelId={modelId}
          conduits={conduits}
          mayEdit={mayEdit}
          empty={
            <EmptyState title={t("conduit.empty")} icon="conduit" action={add("conduit")}>
              {t("conduit.emptyText")}
            </EmptyState>
          }
        />
      </Section>
      <Section id="assets" title={t("table.assets", { count: props.assetCount })} actions={add("asset")}>
        <ZoneFilter {...props.zoneFilter} modelId={modelId} zones={choices.zones} />
        <AssetTable
          modelId={modelId}
          assets={assets}
          mayEdit={mayEdit}
          empty={
            <EmptyState title={t("asset.empty")} icon="asset" action={add("asset")}>
              {t("asset.emptyText")}
            </EmptyState>
          }
        />
        <Bounded shown={assets.length} count={props.assetCount} />
      </Section>
      <Section
        id="findings"
        title={t("table.findings", { count: props.findingCount })}
        description={t("table.findingsText")}
      >
        {outcome?.form === "finding" ? <RefusalNote refusal={outcome.refusal} /> : null}
        <FindingTable modelId={modelId} version={version} findings={findings} mayEdit={mayEdit} />
        <Bounded shown={findings.length} count={props.findingCount} />
      </Section>
    </div>
  );
}

function Bounded({ shown, count }: { shown: number; count: number }) {
  const { t } = useTranslation("model");
  if (count <= shown) return null;
  return (
    <p className="text-muted">
      {t("table.bounded")} (<CountText count={count} bound={shown} />)
    </p>
  );
}

type ZoneFilterProps = {
  modelId: string;
  value: string | null;
  noZone: string;
  zones: ReadonlyArray<{ id: string; name: string; depth: number }>;
};

function ZoneFilter({ modelId, value, noZone, zones }: ZoneFilterProps) {
  const { t } = useTranslation("model");
  return (
    <Form
      method="get"
      action={`${paths.modelTable(modelId)}#assets`}
      className="flex flex-wrap items-end gap-2"
    >
      <SelectField
        name="zone"
        id="zone-filter"
        label={t("table.assetsOf")}
        placeholder={t("table.allZones")}
        defaultValue={value ?? ""}
        options={[
          { value: noZone, label: t("asset.noZone") },
          ...zones.map((zone) => ({ value: zone.id, label: indentedName(zone) })),
        ]}
      />
      <SubmitButton variant="regular">{t("common:filter")}</SubmitButton>
    </Form>
  );
}
