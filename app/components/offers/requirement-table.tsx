import { Form } from "@remix-run/react";
import type { RowReach } from "~/domain/procurement/offer-comparison";
import type { Confidence } from "~/domain/requirement/component-requirement";
import type { FoundationalRequirement } from "~/domain/security-level/security-level";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { ButtonLink } from "../button-link";
import { Disclosure } from "../disclosure";
import { EmptyState } from "../empty-state";
import { FilterChips } from "../filter-chips";
import { Section } from "../section";
import { SubmitButton } from "../submit-button";
import { TextField } from "../text-field";
import { VerifyMark } from "../verify-mark";
import { RowReachBadge } from "./offer-badges";
import { type NamedOffer, OfferGroup, OfferRow, OfferTable } from "./offer-table";

type ShownRow = {
  requirementId: string;
  title: string;
  confidence: Confidence;
  conflict: boolean;
  minSl: number;
  differs: boolean;
  cells: ReadonlyArray<{ reach: RowReach; note: string }>;
};
export type RequirementTableProps = {
  zone: { modelId: string; id: string };
  offers: ReadonlyArray<NamedOffer>;
  groups: ReadonlyArray<{ foundationalRequirement: FoundationalRequirement; rows: ReadonlyArray<ShownRow> }>;
  filter: { show: "differences" | "weighing" | "all"; find: string };
  shown: number;
  total: number;
  weighing: number;
};

/** How each offer meets each requirement, area by area: what differs, or all. */
export function RequirementTable(props: RequirementTableProps) {
  const { zone, offers, groups, filter, shown, total } = props;
  const { t } = useTranslation("offers");
  return (
    <Section id="requirements" title={t("requirements.title")} description={t("requirements.description")}>
      <FilterChips
        label={t("requirements.show")}
        param="show"
        all={t("requirements.differences")}
        options={[
          { value: "weighing", label: t("requirements.weighing"), count: props.weighing },
          { value: "all", label: t("requirements.all"), count: total },
        ]}
      />
      <Form method="get" action={`${paths.offers()}#requirements`} className="flex flex-wrap items-end gap-2">
        <input type="hidden" name="model" value={zone.modelId} />
        <input type="hidden" name="zone" value={zone.id} />
        {offers.map(({ declarationId }) => (
          <input key={declarationId} type="hidden" name="declaration" value={declarationId} />
        ))}
        {filter.show === "differences" ? null : <input type="hidden" name="show" value={filter.show} />}
        <TextField
          key={filter.find}
          name="find"
          type="search"
          label={t("requirements.find")}
          defaultValue={filter.find}
          maxLength={100}
        />
        <SubmitButton variant="regular" icon="search">
          {t("requirements.search")}
        </SubmitButton>
      </Form>
      <p className="text-muted">{t("requirements.shown", { shown, total })}</p>
      {groups.length === 0 ? <NoRows {...props} /> : <Rows offers={offers} groups={groups} />}
    </Section>
  );
}

function Rows({ offers, groups }: Pick<RequirementTableProps, "offers" | "groups">) {
  const { t } = useTranslation("offers");
  return (
    <OfferTable caption={t("requirements.caption")} first={t("requirements.requirement")} offers={offers}>
      {groups.map(({ foundationalRequirement: fr, rows }) => (
        <OfferGroup
          key={fr}
          span={offers.length + 1}
          title={`${fr} ${t(`components:fr.${fr}.name`)} · ${t("requirements.groupCount", { count: rows.length })}`}
        >
          {rows.map((row) => (
            <OfferRow
              key={row.requirementId}
              differs={row.differs}
              offers={offers}
              head={
                <>
                  {row.title}
                  <span className="offer-hint">
                    {row.requirementId} · {t("requirements.level", { level: row.minSl })}{" "}
                    <VerifyMark confidence={row.confidence} conflict={row.conflict} />
                  </span>
                </>
              }
              cell={(place) => <RowCell cell={row.cells[place]} />}
            />
          ))}
        </OfferGroup>
      ))}
    </OfferTable>
  );
}

function RowCell({ cell }: { cell: { reach: RowReach; note: string } | undefined }) {
  const { t } = useTranslation("offers");
  if (!cell) return null;
  return (
    <>
      <RowReachBadge reach={cell.reach} />
      {cell.note ? (
        <Disclosure summary={t("requirements.words")}>
          <p className="whitespace-pre-line">{cell.note}</p>
        </Disclosure>
      ) : null}
    </>
  );
}

function NoRows({ zone, offers, filter }: RequirementTableProps) {
  const { t } = useTranslation("offers");
  const declarations = offers.map(({ declarationId }) => declarationId);
  const to = paths.offers({ model: zone.modelId, zone: zone.id, declarations, show: "all" });
  return (
    <EmptyState
      title={t("requirements.none")}
      icon="search"
      action={<ButtonLink to={to}>{t("requirements.showAll")}</ButtonLink>}
    >
      {filter.find
        ? t("requirements.noneFound", { find: filter.find })
        : t(filter.show === "weighing" ? "requirements.noneWeigh" : "requirements.noneDiffer")}
    </EmptyState>
  );
}
