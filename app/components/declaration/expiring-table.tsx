import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { EXPIRES_SOON_DAYS } from "~/domain/declaration/evidence-validity";
import type { ExpiringThing } from "~/domain/declaration/expiring";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Link } from "../link";
import { Validity } from "./validity";

type Expiring = ExpiringThing & { declarationId: string; productName: string; releaseVersion: string };

/** What is to be renewed, what ends first on top. */
export function ExpiringTable({ entries }: { entries: ReadonlyArray<Expiring> }) {
  const { t } = useTranslation("files");
  return (
    <DataTable
      caption={t("expiring.title")}
      captionHidden
      rows={entries}
      rowKey={({ declarationId, kind, evidenceId, name }) => `${declarationId} ${kind} ${evidenceId ?? name}`}
      empty={
        <EmptyState icon="calendar" title={t("expiring.none")}>
          {t("expiring.noneText", { count: EXPIRES_SOON_DAYS })}
        </EmptyState>
      }
      columns={[
        {
          id: "what",
          header: t("expiring.what"),
          rowHeader: true,
          wrap: true,
          cell: (entry) => <Link to={hrefOf(entry)}>{entry.name || t(`expiring.kind.${entry.kind}`)}</Link>,
        },
        { id: "kind", header: t("expiring.kindOf"), cell: ({ kind }) => t(`expiring.kind.${kind}`) },
        {
          id: "product",
          header: t("expiring.product"),
          wrap: true,
          cell: ({ productName, releaseVersion }) =>
            t("declaration:overview.release", { product: productName, release: releaseVersion }),
        },
        {
          id: "until",
          header: t("expiring.until"),
          cell: ({ until, validity }) => <Validity validUntil={until} validity={validity} />,
        },
      ]}
    />
  );
}

function hrefOf({ declarationId, kind, evidenceId }: Expiring): string {
  if (evidenceId !== null) return `${paths.declarationEvidence(declarationId)}#evidence-${evidenceId}`;
  return paths.declarationFacts(declarationId, {
    group: kind === "conformity" ? "identification" : "support",
  });
}
