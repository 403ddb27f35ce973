import type { FoundationalResult, MissingReason } from "~/domain/assessment/assessment";
import type { Confidence } from "~/domain/requirement/component-requirement";
import type { SecurityLevel } from "~/domain/security-level/security-level";
import { useTranslation } from "~/i18n/use-translation";
import { DataTable } from "../data-table";
import { Disclosure } from "../disclosure";
import { Panel } from "../panel";
import { ReachBadge } from "../reach-badge";
import { VerifyMark } from "../verify-mark";

export type ShownRow = {
  requirementId: string;
  title: string;
  minSl: SecurityLevel;
  confidence: Confidence;
  conflict: boolean;
  catalogueNote: string | null;
  note: string;
};
export type ShownResult = Omit<FoundationalResult, "missing" | "countermeasures"> & {
  missing: ReadonlyArray<ShownRow & { reason: MissingReason }>;
  countermeasures: ReadonlyArray<ShownRow>;
};

/** Area by area: what is asked, what is reached, and every row that is missing. */
export function ResultList({ results }: { results: ReadonlyArray<ShownResult> }) {
  const { t } = useTranslation("assessment");
  return (
    <Panel title={t("results.title")} description={t("results.description")}>
      {results.map((result) => (
        <Result key={result.foundationalRequirement} result={result} />
      ))}
    </Panel>
  );
}

function Result({ result }: { result: ShownResult }) {
  const { t } = useTranslation("assessment");
  const { foundationalRequirement: fr, state, target, native, withCountermeasures, missing } = result;
  const summary = (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
      <strong>{t("results.area", { fr, name: t(`components:fr.${fr}.name`) })}</strong>
      <ReachBadge state={state} />
      <span className="text-muted text-sm">
        {t("results.levels", { target, native, withCountermeasures })}
      </span>
    </span>
  );
  if (missing.length === 0) return <p className="ps-6">{summary}</p>;
  return (
    <Disclosure summary={summary} defaultOpen={state === "short" || state === "undecided"}>
      <DataTable
        caption={t("results.missing", { fr, count: missing.length })}
        rows={missing}
        rowKey={({ requirementId }) => requirementId}
        columns={[
          {
            id: "row",
            header: t("results.row"),
            rowHeader: true,
            wrap: true,
            cell: (row) => (
              <>
                {row.requirementId} <span className="font-normal">{row.title}</span>{" "}
                <VerifyMark
                  confidence={row.confidence}
                  conflict={row.conflict}
                  note={row.catalogueNote ?? undefined}
                />
              </>
            ),
          },
          { id: "level", header: t("results.level"), align: "center", cell: ({ minSl }) => minSl },
          { id: "reason", header: t("results.why"), cell: ({ reason }) => t(`missing.${reason}`) },
          { id: "note", header: t("results.note"), wrap: true, cell: ({ note }) => note || "–" },
        ]}
      />
    </Disclosure>
  );
}

/** What the product leans on: the zone has to provide it for as long as the product is there. */
export function CountermeasureList({ results }: { results: ReadonlyArray<ShownResult> }) {
  const { t } = useTranslation("assessment");
  const rows = results.flatMap(({ countermeasures }) => countermeasures);
  if (rows.length === 0) return null;
  return (
    <Panel title={t("countermeasures.title")} description={t("countermeasures.description")} flush>
      <DataTable
        caption={t("countermeasures.title")}
        captionHidden
        rows={rows}
        rowKey={({ requirementId }) => requirementId}
        columns={[
          {
            id: "row",
            header: t("results.row"),
            rowHeader: true,
            wrap: true,
            cell: (row) => (
              <>
                {row.requirementId} <span className="font-normal">{row.title}</span>{" "}
                <VerifyMark
                  confidence={row.confidence}
                  conflict={row.conflict}
                  note={row.catalogueNote ?? undefined}
                />
              </>
            ),
          },
          { id: "level", header: t("results.level"), align: "center", cell: ({ minSl }) => minSl },
          {
            id: "note",
            header: t("countermeasures.provide"),
            wrap: true,
            cell: ({ note }) => note || t("countermeasures.undescribed"),
          },
        ]}
      />
    </Panel>
  );
}
