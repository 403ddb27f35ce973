import { useTranslation } from "~/i18n/use-translation";
import { Badge } from "../badge";
import { DataTable } from "../data-table";
import { Section } from "../section";

type ContainedPanelProps = {
  coverage: { products: number; unread: number; isCut: boolean };
  more: number;
  rows: ReadonlyArray<{
    id: string;
    how: "same-package" | "same-version" | "version-unknown";
    product: string;
    supplierName: string;
    component: string;
    assets: number;
  }>;
};

const TONES = { "same-package": "danger", "same-version": "warning", "version-unknown": "neutral" } as const;

/** What else contains a component that a notice names, how sure that is, and how far anybody has looked. */
export function ContainedPanel({ coverage, more, rows }: ContainedPanelProps) {
  const { t } = useTranslation("notice");
  const { products, unread, isCut } = coverage;
  return (
    <Section title={t("contained.title")} description={t("contained.text")}>
      <DataTable
        caption={t("contained.title")}
        captionHidden
        rows={rows}
        rowKey={({ id }) => id}
        empty={<p className="text-muted">{t(products === 0 ? "contained.noLists" : "contained.none")}</p>}
        columns={[
          {
            id: "product",
            header: t("contained.head.product"),
            rowHeader: true,
            wrap: true,
            cell: ({ product }) => product,
          },
          { id: "supplier", header: t("received.head.supplier"), cell: ({ supplierName }) => supplierName },
          {
            id: "component",
            header: t("contained.head.component"),
            wrap: true,
            cell: ({ component }) => component,
          },
          {
            id: "how",
            header: t("contained.head.how"),
            wrap: true,
            cell: ({ how }) => <Badge tone={TONES[how]}>{t(`contained.how.${how}`)}</Badge>,
          },
          {
            id: "assets",
            header: t("received.head.affected"),
            cell: ({ assets }) =>
              assets > 0 ? t("received.assets", { count: assets }) : t("received.noAssets"),
          },
        ]}
      />
      {more > 0 ? <p>{t("contained.more", { count: more })}</p> : null}
      {products > 0 ? <p>{t("contained.searched", { count: products - unread, of: products })}</p> : null}
      {unread > 0 ? <p>{t("contained.unread", { count: unread })}</p> : null}
      {isCut ? <p>{t("contained.cut")}</p> : null}
    </Section>
  );
}
