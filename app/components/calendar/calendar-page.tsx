import { useSearchParams } from "@remix-run/react";
import type { ComponentProps } from "react";
import { CALENDAR_KIND_NAMES, type CalendarKind } from "~/domain/procurement/calendar";
import type { IsoDate } from "~/domain/shared/iso-date";
import { formatMonth } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { ButtonLink } from "../button-link";
import { Callout } from "../callout";
import { EmptyState } from "../empty-state";
import { FilterChips } from "../filter-chips";
import { NumberedPages } from "../numbered-pages";
import { Page } from "../page";
import { Section } from "../section";
import { type CalendarRow, CalendarTable } from "./calendar-table";
import { FeedPanel } from "./feed-panel";
import { MonthGrid } from "./month-grid";
import { MonthPaging } from "./month-paging";

type CalendarPageProps = {
  today: IsoDate;
  month: string;
  previous: string;
  next: string;
  isCurrent: boolean;
  isCut: boolean;
  kinds: ReadonlyArray<{ kind: CalendarKind; count: number }>;
  overdue: ReadonlyArray<CalendarRow>;
  inMonth: ReadonlyArray<CalendarRow>;
  /** Of the overdue and the month together. */
  paging: ComponentProps<typeof NumberedPages>["paging"];
  weeks: ReadonlyArray<ReadonlyArray<IsoDate | null>> | null;
  nextMonthWithEntries: string | null;
  feedMadeAt: string | null;
  mayMakeFeed: boolean;
  /** What the reader has just done with their feed. */
  feed: Pick<ComponentProps<typeof FeedPanel>, "url" | "isRevoked" | "stepUp">;
};

export function CalendarPage(page: CalendarPageProps) {
  const { t } = useTranslation("calendar");
  const language = useLanguage();
  const { month, overdue, inMonth, weeks, kinds } = page;
  const name = formatMonth(month, language);
  const caption = t("inMonth.caption", { month: name });
  return (
    <Page title={t("title")} description={t("description")} width="full" actions={<Downloads />}>
      <div className="grid gap-2">
        <FilterChips
          label={t("filter.kind")}
          param="kind"
          options={CALENDAR_KIND_NAMES.map((kind) => ({
            ...{ value: kind, label: t(`kind.${kind}`) },
            count: kinds.find((one) => one.kind === kind)?.count ?? 0,
          }))}
        />
        <FilterChips
          label={t("filter.of")}
          param="of"
          options={[{ value: "approved", label: t("filter.approved") }]}
        />
        <FilterChips
          label={t("filter.view")}
          param="view"
          all={t("filter.list")}
          options={[{ value: "grid", label: t("filter.grid") }]}
        />
      </div>
      {page.isCut ? (
        <Callout tone="warning" title={t("cut.title")}>
          {t("cut.text")}
        </Callout>
      ) : null}
      {overdue.length > 0 ? (
        <Section title={t("overdue.title")} description={t("overdue.description")}>
          <CalendarTable caption={t("overdue.title")} entries={overdue} />
        </Section>
      ) : null}
      <Section title={name} actions={<MonthPaging {...page} />}>
        {weeks ? (
          <MonthGrid
            {...{ caption, weeks, today: page.today }}
            entries={[...overdue.filter(({ endsOn }) => endsOn.startsWith(month)), ...inMonth]}
          />
        ) : inMonth.length > 0 ? (
          <CalendarTable caption={caption} entries={inMonth} />
        ) : page.paging.page < page.paging.pages ? null : (
          <NothingEnds
            title={t(overdue.length > 0 ? "inMonth.noneMore" : "inMonth.none", { month: name })}
            next={page.nextMonthWithEntries}
          />
        )}
        <NumberedPages paging={page.paging} />
      </Section>
      {page.mayMakeFeed ? <FeedPanel madeAt={page.feedMadeAt} {...page.feed} /> : null}
    </Page>
  );
}

function NothingEnds({ title, next }: { title: string; next: string | null }) {
  const { t } = useTranslation("calendar");
  const language = useLanguage();
  const [search] = useSearchParams();
  const changed = new URLSearchParams(search);
  if (next) changed.set("month", next);
  const month = next ? formatMonth(next, language) : "";
  return (
    <EmptyState
      icon="calendar"
      title={title}
      action={next ? <ButtonLink to={`?${changed}`}>{t("month.goTo", { month })}</ButtonLink> : undefined}
    >
      {t("inMonth.noneText")} {next ? t("inMonth.nextText", { month }) : t("inMonth.noneLater")}
    </EmptyState>
  );
}

/** The same query as the page: what is taken along is what is shown. */
function Downloads() {
  const { t } = useTranslation("calendar");
  const [search] = useSearchParams();
  const query = Object.fromEntries(
    ["month", "kind", "of"].flatMap((one) => {
      const value = search.get(one);
      return value === null ? [] : [[one, value] as const];
    }),
  );
  return (
    <>
      {(["csv", "xlsx", "ics"] as const).map((end) => (
        <ButtonLink
          key={end}
          to={paths.calendarFile(`calendar.${end}`, query)}
          icon="download"
          reloadDocument
        >
          {t(`download.${end}`)}
        </ButtonLink>
      ))}
    </>
  );
}
