import type { ReactElement } from "react";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { LevelStrip } from "~/components/level-strip";
import { StateBadge } from "~/components/state-badge";
import { VerdictBadge } from "~/components/verdict-badge";
import type { Verdict } from "~/domain/assessment/assessment";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Link } from "../link";
import { DeclarationLink } from "./declaration-link";
import type { DeclarationSummary } from "./summaries";

type VerdictCount = { verdict: Verdict; count: number };
type Standing = {
  productId: string;
  productName: string;
  releaseId: string;
  releaseVersion: string;
  signed: DeclarationSummary | null;
  isWithdrawn: boolean;
  draft: DeclarationSummary | null;
  sent: ReadonlyArray<VerdictCount>;
  open: ReadonlyArray<VerdictCount>;
};

type StandingTableProps = { standings: ReadonlyArray<Standing>; action?: ReactElement | undefined };

/** Where each release stands: what is signed, what it reaches, and how it comes out against what hospitals ask. */
export function StandingTable({ standings, action }: StandingTableProps) {
  const { t } = useTranslation("declaration");
  return (
    <DataTable
      caption={t("overview.products")}
      captionHidden
      rows={standings}
      rowKey={({ releaseId }) => releaseId}
      empty={
        <EmptyState icon="product" title={t("product.none")} action={action}>
          {t("product.noneText")}
        </EmptyState>
      }
      columns={[
        {
          id: "product",
          header: t("common:product"),
          rowHeader: true,
          wrap: true,
          cell: ({ productId, productName, releaseVersion }) => (
            <Link to={paths.product(productId)}>
              {t("overview.release", { product: productName, release: releaseVersion })}
            </Link>
          ),
        },
        {
          id: "declaration",
          header: t("common:declaration"),
          cell: ({ signed, draft, isWithdrawn }) => (
            <span className="inline-flex flex-wrap items-center gap-2">
              {signed ? <DeclarationLink declaration={signed} /> : null}
              {isWithdrawn ? <StateBadge state="withdrawn" /> : null}
              {draft ? <DeclarationLink declaration={draft} /> : null}
              {signed || draft ? null : <span className="text-muted">{t("product.nothingSigned")}</span>}
            </span>
          ),
        },
        {
          id: "strip",
          header: t("product.declared"),
          cell: ({ signed, productName }) =>
            signed ? (
              <LevelStrip
                size="small"
                title={productName}
                reached={signed.capability.native}
                withCountermeasures={signed.capability.withCountermeasures}
              />
            ) : null,
        },
        {
          id: "sent",
          header: t("overview.sentTo"),
          wrap: true,
          cell: ({ releaseId, sent }) => (
            <Verdicts counts={sent} to={paths.receivedRequests({ show: "answered", release: releaseId })} />
          ),
        },
        {
          id: "open",
          header: t("overview.wouldAnswer"),
          wrap: true,
          cell: ({ releaseId, open }) => (
            <Verdicts counts={open} to={paths.receivedRequests({ show: "open", release: releaseId })} />
          ),
        },
      ]}
    />
  );
}

function Verdicts({ counts, to }: { counts: ReadonlyArray<VerdictCount>; to: string }) {
  const { t } = useTranslation("declaration");
  if (counts.length === 0) return <span className="text-muted">{t("overview.noRequests")}</span>;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
      {counts.map(({ verdict, count }) => (
        <span key={verdict} className="inline-flex items-center gap-1">
          <Link to={to}>{t("overview.requestCount", { count })}</Link>
          <VerdictBadge verdict={verdict} />
        </span>
      ))}
    </span>
  );
}
