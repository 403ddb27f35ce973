import { OPEN_REASONS, type OpenRow } from "~/domain/management/open-rows";
import { FOUNDATIONAL_REQUIREMENTS } from "~/domain/security-level/security-level";
import type { IsoDate } from "~/domain/shared/iso-date";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { DataTable } from "../data-table";
import { DateText } from "../date-text";
import { EmptyState } from "../empty-state";
import { FilterChips } from "../filter-chips";
import { Link } from "../link";
import { Page } from "../page";
import { ListPaging } from "./list-paging";

type ListedGap = OpenRow & {
  modelId: string;
  modelName: string;
  zoneId: string;
  zoneName: string;
  declarationId: string;
  title: string;
  productName: string;
  releaseVersion: string;
  supplierName: string;
};

type ManagedGapsPageProps = {
  gaps: ReadonlyArray<ListedGap>;
  paging: { page: number; pages: number; count: number };
  today: IsoDate;
};

export function ManagedGapsPage({ gaps, paging, today }: ManagedGapsPageProps) {
  const { t } = useTranslation("management");
  return (
    <Page
      title={t("gapList.title")}
      description={t("gapList.description")}
      breadcrumb={[{ label: t("title"), to: paths.management() }]}
    >
      <FilterChips
        label={t("gaps.fr")}
        param="fr"
        options={FOUNDATIONAL_REQUIREMENTS.map((fr) => ({ value: fr, label: fr }))}
      />
      <FilterChips
        label={t("gapList.why")}
        param="why"
        options={OPEN_REASONS.map((why) => ({ value: why, label: t(`gaps.${why}`) }))}
      />
      <p className="text-muted">
        {t("asOf")} <DateText value={today} /> · {t("gapList.count", { count: paging.count })}
      </p>
      <GapsTable gaps={gaps} />
      <ListPaging paging={paging} />
    </Page>
  );
}

function GapsTable({ gaps }: { gaps: ReadonlyArray<ListedGap> }) {
  const { t } = useTranslation("management");
  return (
    <DataTable
      caption={t("gapList.caption")}
      rows={gaps}
      rowKey={({ modelId, zoneId, declarationId, requirementId }) =>
        `${modelId} ${zoneId} ${declarationId} ${requirementId}`
      }
      empty={
        <EmptyState icon="check-circle" title={t("gapList.none")}>
          {t("gapList.noneText")}
        </EmptyState>
      }
      columns={[
        {
          ...{ id: "requirement", header: t("gapList.requirement"), rowHeader: true, wrap: true },
          cell: ({ requirementId, title }) => `${requirementId} ${title}`,
        },
        {
          ...{ id: "product", header: t("gapList.product"), wrap: true },
          cell: ({ productName, releaseVersion, supplierName }) =>
            `${productName} ${releaseVersion} · ${supplierName}`,
        },
        {
          ...{ id: "place", header: t("gapList.place"), wrap: true },
          cell: ({ modelId, modelName, zoneId, zoneName }) => (
            <>
              <Link to={paths.zoneProfile(modelId, zoneId)}>{zoneName}</Link> · {modelName}
            </>
          ),
        },
        { id: "why", header: t("gapList.why"), cell: ({ why }) => t(`gaps.${why}`) },
        {
          ...{ id: "assess", header: t("gapList.assess"), headerHidden: true },
          cell: ({ modelId, zoneId, declarationId }) => (
            <Link to={paths.assessment(modelId, zoneId, declarationId)}>{t("gapList.assess")}</Link>
          ),
        },
      ]}
    />
  );
}
