import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { ButtonLink } from "~/components/button-link";
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
import { KeptParams } from "./kept-params";
import type { MoreColumn } from "./more-column";
import type { FormOutcome } from "./refusal";
import { type RuleCount, RuleFilter } from "./rule-filter";
import { type Paging, TablePager } from "./table-pager";
import { TickPage } from "./tick-page";
import { useTableLink } from "./use-table-link";
import { WaiverForm, type Waiving } from "./waiver-form";
import { type WaiverRow, WaiverTable } from "./waiver-table";
import { type ZoneRow, ZoneTable } from "./zone-table";

type ModelTablesProps = {
  modelId: string;
  version: number;
  mayEdit: boolean;
  zones: ReadonlyArray<ZoneRow>;
  zonePaging: Paging;
  conduits: ReadonlyArray<ConduitRow>;
  conduitPaging: Paging;
  assets: ReadonlyArray<AssetRow>;
  assetPaging: Paging;
  zoneFilter: { value: string | null; noZone: string };
  findings: ReadonlyArray<FindingRow>;
  findingCount: number;
  findingPaging: Paging;
  rules: ReadonlyArray<RuleCount>;
  rule: string | null;
  waivedCount: number;
  waivers: ReadonlyArray<WaiverRow>;
  waiving: Waiving | null;
  choices: { zones: ReadonlyArray<{ id: string; name: string; depth: number }> };
  /** What is shown of each element besides its facts, by `zone:icu`. */
  more?: MoreColumn;
  outcome: FormOutcome | undefined;
};

/** The model in tables: the same facts as the diagram, for everyone who does not use a canvas. */
export function ModelTables(props: ModelTablesProps) {
  const { modelId, version, mayEdit, zones, conduits, assets, findings, choices, outcome } = props;
  const { zonePaging, conduitPaging, assetPaging, findingPaging, findingCount, waivedCount } = props;
  const { t } = useTranslation("model");
  const linkTo = useTableLink(modelId);
  const add = (kind: "zone" | "conduit" | "asset") =>
    mayEdit ? (
      <ButtonLink to={linkTo({ add: kind }, "element")} icon="plus">
        {t(`table.add.${kind}`)}
      </ButtonLink>
    ) : undefined;
  const ticks = (kind: "zone" | "conduit" | "asset", rows: ReadonlyArray<{ id: string }>) =>
    mayEdit && rows.length > 0 ? <TickPage keys={rows.map(({ id }) => `${kind}:${id}`)} /> : null;
  const pages = (list: string, label: string, paging: Paging) => (
    <TablePager {...{ modelId, list, label, paging }} place={list} />
  );
  const titles = {
    zones: t("table.zones", { count: zonePaging.count }),
    conduits: t("table.conduits", { count: conduitPaging.count }),
    assets: t("table.assets", { count: assetPaging.count }),
    findings: t("table.findings", { count: findingCount }),
    waivers: t("waiver.title", { count: waivedCount }),
  };
  return (
    <div id="model" className="grid gap-8">
      <Section id="zones" title={titles.zones} actions={add("zone")}>
        {ticks("zone", zones)}
        <ZoneTable
          modelId={modelId}
          zones={zones}
          mayEdit={mayEdit}
          more={props.more}
          empty={<Empty kind="zone" action={add("zone")} />}
        />
        {pages("zones", titles.zones, zonePaging)}
      </Section>
      <Section id="conduits" title={titles.conduits} actions={add("conduit")}>
        {ticks("conduit", conduits)}
        <ConduitTable
          modelId={modelId}
          conduits={conduits}
          mayEdit={mayEdit}
          more={props.more}
          empty={<Empty kind="conduit" action={add("conduit")} />}
        />
        {pages("conduits", titles.conduits, conduitPaging)}
      </Section>
      <Section id="assets" title={titles.assets} actions={add("asset")}>
        <ZoneFilter {...props.zoneFilter} modelId={modelId} zones={choices.zones} />
        {ticks("asset", assets)}
        <AssetTable
          modelId={modelId}
          assets={assets}
          mayEdit={mayEdit}
          more={props.more}
          empty={<Empty kind="asset" action={add("asset")} />}
        />
        {pages("assets", titles.assets, assetPaging)}
      </Section>
      <Section id="findings" title={titles.findings} description={t("table.findingsText")}>
        {outcome?.form === "finding" ? <RefusalNote refusal={outcome.refusal} /> : null}
        {props.waiving ? <WaiverForm {...{ modelId, version, outcome }} waiving={props.waiving} /> : null}
        <RuleFilter rules={props.rules} rule={props.rule} version={version} mayEdit={mayEdit} />
        <FindingTable modelId={modelId} version={version} findings={findings} mayEdit={mayEdit} />
        {pages("findings", titles.findings, findingPaging)}
      </Section>
      <Section id="waivers" title={titles.waivers} description={t("waiver.text")}>
        <WaiverTable modelId={modelId} version={version} waivers={props.waivers} mayEdit={mayEdit} />
      </Section>
    </div>
  );
}

function Empty({ kind, action }: { kind: "zone" | "conduit" | "asset"; action: ReactNode }) {
  const { t } = useTranslation("model");
  return (
    <EmptyState title={t(`${kind}.empty`)} icon={kind} action={action}>
      {t(`${kind}.emptyText`)}
    </EmptyState>
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
      className="flex flex-wrap items-end gap-2 print:hidden"
    >
      <KeptParams except={["zone", "assetsPage", "element", "add"]} />
      <SelectField
        key={value ?? ""}
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
