import type { ResidualRisk } from "~/domain/procurement/exception";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Badge } from "../badge";
import { DataTable } from "../data-table";
import { DateText } from "../date-text";
import { Link } from "../link";
import { Panel } from "../panel";
import { ExceptionBadge } from "./exception-badge";
import { GapNames } from "./exception-panel";
import type { ShownGap } from "./gap-text";

type RestingExceptionsProps = {
  exceptions: ReadonlyArray<{
    id: string;
    gaps: ReadonlyArray<ShownGap>;
    residualRisk: ResidualRisk;
    expiresOn: string;
    grantedByName: string;
    grantedAt: string;
    /** null = it still holds. */
    ended: "expired" | "revoked" | "superseded" | null;
  }>;
};

/** What a decision rests on, as it was on its day, and whether it still holds. Nothing where it rests on none. */
export function RestingExceptions({ exceptions }: RestingExceptionsProps) {
  const { t } = useTranslation("exception");
  if (exceptions.length === 0) return null;
  return (
    <Panel title={t("resting.title")} flush>
      <DataTable
        caption={t("resting.caption")}
        captionHidden
        rows={exceptions}
        rowKey={({ id }) => id}
        columns={[
          {
            id: "gaps",
            header: t("resting.accepts"),
            rowHeader: true,
            wrap: true,
            cell: ({ id, gaps }) => (
              <>
                <Link to={paths.exception(id)}>{t("list.gapCount", { count: gaps.length })}</Link>
                <div className="font-normal text-sm">
                  <GapNames gaps={gaps} />
                </div>
              </>
            ),
          },
          {
            id: "now",
            header: t("resting.now"),
            cell: ({ ended }) =>
              ended === null ? (
                <Badge tone="success" icon="check-circle">
                  {t("resting.holds")}
                </Badge>
              ) : (
                <ExceptionBadge standing={ended} />
              ),
          },
          {
            id: "risk",
            header: t("field.residualRisk"),
            cell: ({ residualRisk }) => t(`risk.${residualRisk}`),
          },
          {
            id: "until",
            header: t("field.expiresOn"),
            cell: ({ expiresOn }) => <DateText value={expiresOn} />,
          },
          {
            id: "by",
            header: t("resting.grantedBy"),
            cell: ({ grantedByName, grantedAt }) => (
              <>
                {grantedByName}, <DateText value={grantedAt} />
              </>
            ),
          },
        ]}
      />
    </Panel>
  );
}
