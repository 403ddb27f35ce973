import type { ReactNode } from "react";
import { DataTable } from "~/components/data-table";
import { DateText } from "~/components/date-text";
import { NumberText } from "~/components/number-text";
import { StateBadge } from "~/components/state-badge";
import type { FindingCounts } from "~/domain/zone-model/waivers";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Link } from "../link";
import { FindingCount } from "./finding-count";

type ModelRow = {
  id: string;
  name: string;
  siteName: string;
  state: "drawing" | "submitted";
  updatedAt: string;
  latestRevisionNumber: number | null;
  zones: number;
  conduits: number;
  assets: number;
  findings: FindingCounts;
};

export function ModelList({ models, empty }: { models: ReadonlyArray<ModelRow>; empty: ReactNode }) {
  const { t } = useTranslation("model");
  return (
    <DataTable
      caption={t("list.caption")}
      captionHidden
      rows={models}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        {
          id: "name",
          header: t("common:name"),
          rowHeader: true,
          cell: ({ id, name }) => <Link to={paths.model(id)}>{name}</Link>,
        },
        { id: "site", header: t("list.site"), cell: ({ siteName }) => siteName },
        {
          id: "state",
          header: t("common:state"),
          cell: ({ state }) => <StateBadge state={state === "submitted" ? "submitted" : "draft"} />,
        },
        {
          id: "revision",
          header: t("list.latestRevision"),
          cell: ({ id, latestRevisionNumber: number }) =>
            number === null ? (
              <span className="text-muted">{t("list.noRevision")}</span>
            ) : (
              <Link to={paths.revision(id, number)}>{t("revision.name", { number })}</Link>
            ),
        },
        {
          id: "zones",
          header: t("list.zones"),
          align: "end",
          cell: ({ zones }) => <NumberText value={zones} />,
        },
        {
          id: "conduits",
          header: t("list.conduits"),
          align: "end",
          cell: ({ conduits }) => <NumberText value={conduits} />,
        },
        {
          id: "assets",
          header: t("list.assets"),
          align: "end",
          cell: ({ assets }) => <NumberText value={assets} />,
        },
        {
          id: "findings",
          header: t("list.findings"),
          cell: ({ id, findings }) => (
            <Link to={`${paths.modelTable(id)}#findings`}>
              <FindingCount counts={findings} />
            </Link>
          ),
        },
        {
          id: "updated",
          header: t("list.lastChange"),
          cell: ({ updatedAt }) => <DateText value={updatedAt} time />,
        },
      ]}
    />
  );
}
