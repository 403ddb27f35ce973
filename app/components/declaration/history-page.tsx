import { ButtonLink } from "~/components/button-link";
import { DataTable } from "~/components/data-table";
import { DateText } from "~/components/date-text";
import { EmptyState } from "~/components/empty-state";
import { Panel } from "~/components/panel";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { type ComparedVersions, CompareVersions, type SignedVersion } from "./compare-versions";
import { DeclarationFrame, type DeclarationHead } from "./declaration-frame";
import { HistoryChangeText, type ToldChange } from "./history-change";

type HistoryEntry = ToldChange & {
  sequence: number;
  /** Until when; `since` is the first of what is told together. */
  at: string;
  since: string;
  /** Null for somebody who is gone. */
  personName: string | null;
  version: number;
};

type HistoryPageProps = {
  page: DeclarationHead & {
    entries: ReadonlyArray<HistoryEntry>;
    next: number | null;
    signed: ReadonlyArray<SignedVersion>;
    compared: ComparedVersions | null;
  };
};

/** Who changed what when, and what differs between two signed versions. */
export function HistoryPage({ page }: HistoryPageProps) {
  const { t } = useTranslation("declaration");
  const { declaration, entries, next, signed, compared } = page;
  return (
    <DeclarationFrame head={page}>
      {signed.length > 1 ? <CompareVersions {...{ signed, compared }} /> : null}
      <Panel title={t("history.title")} description={t("history.description")} flush>
        <DataTable
          caption={t("history.title")}
          captionHidden
          rows={entries}
          rowKey={({ sequence }) => String(sequence)}
          empty={<EmptyState title={t("history.none")}>{t("history.noneText")}</EmptyState>}
          columns={[
            {
              id: "at",
              header: t("history.at"),
              rowHeader: true,
              cell: (entry) => <When {...entry} />,
            },
            {
              id: "what",
              header: t("history.what"),
              wrap: true,
              cell: (entry) => <HistoryChangeText {...entry} />,
            },
            {
              id: "who",
              header: t("history.who"),
              cell: ({ personName }) => personName ?? t("history.nobody"),
            },
            {
              id: "version",
              header: t("history.version"),
              align: "end",
              cell: ({ version }) => version,
            },
          ]}
        />
      </Panel>
      {next === null ? null : (
        <div>
          <ButtonLink to={paths.declarationHistory(declaration.id, { before: next })}>
            {t("history.older")}
          </ButtonLink>
        </div>
      )}
    </DeclarationFrame>
  );
}

function When({ at, since }: Pick<HistoryEntry, "at" | "since">) {
  const { t } = useTranslation("declaration");
  return (
    <span className="block w-24 sm:w-auto max-sm:[&_time]:whitespace-normal">
      <DateText value={at} time />
      {since === at ? null : (
        <span className="field-hint block">
          {t("history.since")} <DateText value={since} time />
        </span>
      )}
    </span>
  );
}
