import { useSearchParams } from "@remix-run/react";
import type { IsoDate } from "~/domain/shared/iso-date";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { ButtonLink } from "../button-link";
import { DateText } from "../date-text";
import { EmptyState } from "../empty-state";
import { Page } from "../page";
import { CoveragePanel, type CoveragePanelProps } from "./coverage-panel";
import { ExceptionsPanel, type ExceptionsPanelProps } from "./exceptions-panel";
import { GapsPanel, type GapsPanelProps } from "./gaps-panel";
import { LevelsPanel, type LevelsPanelProps } from "./levels-panel";
import { SuppliersPanel, type SuppliersPanelProps } from "./suppliers-panel";

type ManagementPageProps = {
  today: IsoDate;
  since: IsoDate | null;
  coverage: CoveragePanelProps["coverage"];
  levels: LevelsPanelProps["levels"];
  gaps: GapsPanelProps["gaps"];
  judgedProducts: number;
  exceptions: ExceptionsPanelProps["exceptions"];
  suppliers: SuppliersPanelProps["suppliers"];
};

export function ManagementPage(page: ManagementPageProps) {
  const { t } = useTranslation("management");
  const { today, since } = page;
  if (since === null)
    return (
      <Page title={t("title")} description={t("description")}>
        <EmptyState
          title={t("empty.title")}
          action={<ButtonLink to={paths.models()}>{t("empty.action")}</ButtonLink>}
        >
          {t("empty.text")}
        </EmptyState>
      </Page>
    );
  return (
    <Page title={t("title")} description={t("description")} actions={<Downloads />}>
      <p className="text-muted">
        {t("asOf")} <DateText value={today} /> · {t("since")} <DateText value={since} />
      </p>
      <CoveragePanel coverage={page.coverage} />
      <LevelsPanel levels={page.levels} today={today} />
      <GapsPanel gaps={page.gaps} judgedProducts={page.judgedProducts} />
      <ExceptionsPanel exceptions={page.exceptions} />
      <SuppliersPanel suppliers={page.suppliers} />
    </Page>
  );
}

function Downloads() {
  const { t } = useTranslation("management");
  const [search] = useSearchParams();
  const step = search.get("step") ?? undefined;
  return (
    <>
      {(["csv", "xlsx"] as const).map((end) => (
        <ButtonLink
          key={end}
          to={paths.managementFile(`management.${end}`, { step })}
          icon="download"
          reloadDocument
        >
          {t(`download.${end}`)}
        </ButtonLink>
      ))}
    </>
  );
}
