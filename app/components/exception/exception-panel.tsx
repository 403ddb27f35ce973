import type { ExceptionStanding } from "~/domain/procurement/exception-review";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { ButtonLink } from "../button-link";
import { DataTable } from "../data-table";
import { DateText } from "../date-text";
import { Link } from "../link";
import { Section } from "../section";
import { ExceptionBadge } from "./exception-badge";
import { GapName, type ShownGap } from "./gap-text";

type ExceptionPanelProps = {
  ids: { modelId: string; zoneId: string; declarationId: string };
  exceptions: {
    gapCount: number;
    uncovered: ReadonlyArray<ShownGap>;
    entries: ReadonlyArray<{
      id: string;
      standing: ExceptionStanding;
      expiresOn: string;
      gaps: ReadonlyArray<string>;
      requestedByName: string | null;
    }>;
    mayRequest: boolean;
  };
};

/** So many gaps are named; the form lists them all. */
const NAMED = 6;

/** What was accepted of this product in this zone, and what nobody has accepted. Nothing where there is no gap. */
export function ExceptionPanel({ ids, exceptions }: ExceptionPanelProps) {
  const { t } = useTranslation("exception");
  const { gapCount, uncovered, entries, mayRequest } = exceptions;
  if (gapCount === 0 && entries.length === 0) return null;
  const { modelId, zoneId, declarationId } = ids;
  const ask = paths.newException({ model: modelId, zone: zoneId, declaration: declarationId });
  return (
    <Section
      id="exceptions"
      title={t("panel.title")}
      description={t("panel.description")}
      actions={mayRequest ? <ButtonLink to={ask}>{t("panel.ask")}</ButtonLink> : null}
    >
      {uncovered.length > 0 ? (
        <div className="grid gap-1">
          <p>{t("panel.uncovered", { count: uncovered.length })}</p>
          <GapNames gaps={uncovered} />
        </div>
      ) : (
        <p>{gapCount === 0 ? t("panel.noGaps") : t("panel.allCovered", { count: gapCount })}</p>
      )}
      {entries.length > 0 ? (
        <DataTable
          caption={t("panel.caption")}
          captionHidden
          rows={entries}
          rowKey={({ id }) => id}
          columns={[
            {
              id: "gaps",
              header: t("list.gaps"),
              rowHeader: true,
              wrap: true,
              cell: ({ id, gaps }) => (
                <Link to={paths.exception(id)} title={gaps.join(", ")}>
                  {t("list.gapCount", { count: gaps.length })}
                </Link>
              ),
            },
            {
              id: "state",
              header: t("common:state"),
              cell: ({ standing }) => <ExceptionBadge standing={standing} />,
            },
            {
              id: "until",
              header: t("field.expiresOn"),
              cell: ({ expiresOn }) => <DateText value={expiresOn} />,
            },
            {
              id: "by",
              header: t("field.requestedBy"),
              cell: ({ requestedByName }) => requestedByName ?? "–",
            },
          ]}
        />
      ) : null}
    </Section>
  );
}

/** The first of them by name. */
export function GapNames({ gaps }: { gaps: ReadonlyArray<ShownGap> }) {
  const { t } = useTranslation("exception");
  return (
    <ul className="list-disc pl-5">
      {gaps.slice(0, NAMED).map((gap) => (
        <li key={gap.key}>
          <GapName gap={gap} />
        </li>
      ))}
      {gaps.length > NAMED ? <li>{t("panel.moreGaps", { count: gaps.length - NAMED })}</li> : null}
    </ul>
  );
}
