import type { ReactNode } from "react";
import type { ResidualRisk } from "~/domain/procurement/exception";
import { type ExceptionStanding, isStandingInForce } from "~/domain/procurement/exception-review";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { DataTable } from "../data-table";
import { DateText } from "../date-text";
import { Link } from "../link";
import { ExceptionBadge } from "./exception-badge";

type ExceptionRow = {
  id: string;
  standing: ExceptionStanding;
  productName: string;
  releaseVersion: string;
  zoneName: string;
  residualRisk: ResidualRisk;
  expiresOn: string;
  nextReviewOn: string | null;
  gaps: ReadonlyArray<string>;
  requestedByName: string | null;
  requestedAt: string;
  /** Why it waits for the person who looks. */
  call?: "decide" | "revoke-asked" | "review" | "extend";
};

type ExceptionTableProps = {
  caption: string;
  exceptions: ReadonlyArray<ExceptionRow>;
  hasCalls?: boolean;
  empty?: ReactNode;
};

export function ExceptionTable({ caption, exceptions, hasCalls = false, empty }: ExceptionTableProps) {
  const { t } = useTranslation("exception");
  const nextReview = {
    id: "review",
    header: t("field.nextReview"),
    cell: ({ nextReviewOn, standing }: ExceptionRow) =>
      nextReviewOn === null || !isStandingInForce(standing) ? "–" : <DateText value={nextReviewOn} />,
  };
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={exceptions}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        {
          id: "product",
          header: t("field.product"),
          rowHeader: true,
          wrap: true,
          cell: ({ id, productName, releaseVersion }) => (
            <>
              <Link to={paths.exception(id)}>{productName}</Link>
              <span className="block text-muted text-sm">{releaseVersion}</span>
            </>
          ),
        },
        { id: "zone", header: t("field.zone"), wrap: true, cell: ({ zoneName }) => zoneName },
        ...(hasCalls
          ? [
              {
                id: "call",
                header: t("list.call"),
                wrap: true,
                cell: ({ call }: ExceptionRow) => (call ? t(`list.calls.${call}`) : null),
              },
            ]
          : []),
        {
          id: "state",
          header: t("common:state"),
          cell: ({ standing }) => <ExceptionBadge standing={standing} />,
        },
        {
          id: "gaps",
          header: t("list.gaps"),
          cell: ({ gaps }) => (
            <span title={gaps.join(", ")}>{t("list.gapCount", { count: gaps.length })}</span>
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
        ...(hasCalls ? [] : [nextReview]),
        {
          id: "by",
          header: t("field.requestedBy"),
          cell: ({ requestedByName, requestedAt }) => (
            <>
              {requestedByName ?? "–"}
              <span className="block text-muted text-sm">
                <DateText value={requestedAt} />
              </span>
            </>
          ),
        },
      ]}
    />
  );
}
