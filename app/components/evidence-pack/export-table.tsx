import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { DataTable } from "../data-table";
import { DateText } from "../date-text";
import { EmptyState } from "../empty-state";
import { Link } from "../link";

type Exported = {
  sequence: number;
  at: string;
  personName: string | null;
  about:
    | { kind: "decision"; decisionId: string; name: string }
    | { kind: "zone" | "supplier" | "period" | "unknown"; name: string };
};

/** Who took which evidence along, as the log has it. */
export function ExportTable({ exports }: { exports: ReadonlyArray<Exported> }) {
  const { t } = useTranslation("pack");
  return (
    <DataTable
      caption={t("page.exports.caption")}
      captionHidden
      rows={exports}
      rowKey={({ sequence }) => String(sequence)}
      empty={<EmptyState title={t("page.exports.empty")}>{t("page.exports.emptyText")}</EmptyState>}
      columns={[
        {
          id: "what",
          header: t("page.exports.what"),
          rowHeader: true,
          cell: ({ about }) =>
            about.kind === "decision" ? (
              <Link to={paths.decision(about.decisionId)}>{about.name}</Link>
            ) : (
              about.name
            ),
        },
        { id: "kind", header: t("page.exports.kind"), cell: ({ about }) => t(`page.kind.${about.kind}`) },
        {
          id: "who",
          header: t("page.exports.who"),
          cell: ({ personName }) => personName ?? t("page.exports.nobody"),
        },
        { id: "at", header: t("page.exports.at"), cell: ({ at }) => <DateText value={at} time /> },
        { id: "number", header: t("page.exports.number"), align: "end", cell: ({ sequence }) => sequence },
      ]}
    />
  );
}
