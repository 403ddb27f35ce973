import type { Message, Verdict } from "~/domain/assessment/assessment";
import type { SlVector } from "~/domain/security-level/security-level";
import { useTranslation } from "~/i18n/use-translation";
import type { Column } from "../data-table";
import { LevelStrip } from "../level-strip";
import { useMessage } from "../procurement/use-message";
import { VerdictBadge } from "../verdict-badge";

export type ListedFit = {
  verdict: Verdict;
  slTarget: SlVector;
  slCapability: { native: SlVector; withCountermeasures: SlVector };
  missing: { named: ReadonlyArray<string>; count: number };
  open: { named: ReadonlyArray<{ id: string; title: Message }>; count: number };
  conditions: number;
};

/** How a product stands to a zone, as columns: verdict, levels, what is missing. */
export function useFitColumns<Row extends { fit: ListedFit }>(): ReadonlyArray<Column<Row>> {
  const { t } = useTranslation("questions");
  return [
    {
      id: "fit",
      header: t("fit.verdict"),
      sortable: true,
      cell: ({ fit }) => <VerdictBadge verdict={fit.verdict} />,
    },
    {
      id: "levels",
      header: t("fit.levels"),
      cell: ({ fit }) => (
        <LevelStrip
          size="small"
          target={fit.slTarget}
          reached={fit.slCapability.native}
          withCountermeasures={fit.slCapability.withCountermeasures}
        />
      ),
    },
    {
      id: "missing",
      header: t("fit.missing"),
      sortable: true,
      wrap: true,
      cell: ({ fit }) => <Missing fit={fit} />,
    },
  ];
}

function Missing({ fit: { missing, open, conditions } }: { fit: ListedFit }) {
  const { t } = useTranslation("questions");
  const write = useMessage();
  const listOf = (named: ReadonlyArray<string>, separator: string, count: number) => {
    const list = named.join(separator);
    return count > named.length ? t("fit.andMore", { list, count: count - named.length }) : list;
  };
  if (missing.count + open.count + conditions === 0)
    return <span className="text-muted">{t("fit.nothing")}</span>;
  return (
    <ul className="grid min-w-60 gap-0.5 text-sm">
      {missing.count > 0 ? (
        <li>{t("fit.rows", { count: missing.count, rows: listOf(missing.named, ", ", missing.count) })}</li>
      ) : null}
      {open.count > 0 ? (
        <li>
          {t("fit.findings", {
            count: open.count,
            names: listOf(
              open.named.map(({ title }) => write(title)),
              "; ",
              open.count,
            ),
          })}
        </li>
      ) : null}
      {conditions > 0 ? <li>{t("fit.conditions", { count: conditions })}</li> : null}
    </ul>
  );
}
