import { DataTable } from "~/components/data-table";
import { DateText } from "~/components/date-text";
import { EmptyState } from "~/components/empty-state";
import type { Letter } from "~/domain/mail/letter";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Link } from "../link";

type FailedLetter = {
  id: string;
  concern: "requests" | "people";
  kind: Letter["kind"];
  subjectId: string;
  recipient: string;
  failure: string;
  at: string;
};

/** Letters that did not arrive, what the mail server said, and where each is sent again. */
export function FailedLetterTable({ letters }: { letters: ReadonlyArray<FailedLetter> }) {
  const { t } = useTranslation("mail");
  return (
    <DataTable
      caption={t("lost.caption")}
      captionHidden
      rows={letters}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title={t("lost.none")} icon="check-circle">
          {t("lost.noneText")}
        </EmptyState>
      }
      columns={[
        {
          id: "to",
          header: t("lost.recipient"),
          rowHeader: true,
          wrap: true,
          cell: ({ recipient }) => <span className="break-all">{recipient}</span>,
        },
        { id: "kind", header: t("lost.kind"), wrap: true, cell: ({ kind }) => t(`lost.of.${kind}`) },
        { id: "failure", header: t("lost.failure"), wrap: true, cell: ({ failure }) => failure },
        { id: "at", header: t("lost.when"), cell: ({ at }) => <DateText value={at} time /> },
        { id: "again", header: t("lost.sentAgain"), cell: WhereAgain },
      ]}
    />
  );
}

/** What the portal writes by itself is written again by itself, once the address is right. */
function WhereAgain({ kind, subjectId }: FailedLetter) {
  const { t } = useTranslation("mail");
  switch (kind) {
    case "request":
    case "reminder":
      return <Link to={paths.request(subjectId)}>{t("lost.request")}</Link>;
    case "member-invitation":
    case "calendar":
    case "clocks":
    case "notice":
      return <Link to={paths.members()}>{t("lost.members")}</Link>;
    case "supplier-invitation":
      return <Link to={paths.suppliers()}>{t("shell:navigation.suppliers")}</Link>;
    case "sections-assigned":
      return <Link to={paths.declarations()}>{t("declaration:list.title")}</Link>;
  }
}
