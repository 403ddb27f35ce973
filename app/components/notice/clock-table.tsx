import type { ClockStanding, ClockState } from "~/domain/notice/reporting-clock";
import { useTranslation } from "~/i18n/use-translation";
import { Badge } from "../badge";
import { DataTable } from "../data-table";
import { DateText } from "../date-text";
import { TONE_ICONS, type Tone } from "../tone";
import { VerifyMark } from "../verify-mark";

const TONES: Readonly<Record<ClockState, Exclude<Tone, "neutral"> | null>> = {
  waiting: null,
  undecided: "warning",
  running: "info",
  overdue: "danger",
  met: "success",
  "met-late": "warning",
  "not-needed": null,
};
const HOUR_MS = 3_600_000;

/** Every step of the clocks with its article, when it is due and where it stands. */
export function ClockTable({ clocks }: { clocks: ReadonlyArray<ClockStanding> }) {
  const { t } = useTranslation("notice");
  return (
    <DataTable
      caption={t("clock.caption")}
      captionHidden
      rows={clocks}
      rowKey={({ clockId, step }) => `${clockId} ${step}`}
      columns={[
        {
          id: "step",
          header: t("clock.head.step"),
          rowHeader: true,
          wrap: true,
          cell: ({ step, isIncoming }) => (isIncoming ? `${step} (${t("clock.incoming")})` : step),
        },
        {
          id: "law",
          header: t("clock.head.law"),
          cell: ({ regime, confidence }) => (
            <>
              {regime} <VerifyMark confidence={confidence} />
            </>
          ),
        },
        {
          id: "due",
          header: t("clock.head.due"),
          cell: ({ dueAt }) => (dueAt ? <DateText value={dueAt} time /> : "–"),
        },
        { id: "state", header: t("clock.head.state"), cell: (clock) => <ClockBadge clock={clock} /> },
      ]}
    />
  );
}

type ShownClock = Pick<ClockStanding, "state" | "remaining">;

export function ClockBadge({ clock: { state, remaining } }: { clock: ShownClock }) {
  const { t } = useTranslation("notice");
  const tone = TONES[state];
  const word = t(`clock.state.${state}`);
  const hours = remaining === null ? 0 : Math.floor(Math.abs(remaining) / HOUR_MS);
  const left = remaining === null ? "" : t(remaining < 0 ? "clock.over" : "clock.left", { hours });
  const text = left === "" ? word : `${word}, ${left}`;
  if (tone === null) return <Badge>{text}</Badge>;
  return (
    <Badge tone={tone} icon={TONE_ICONS[tone]}>
      {text}
    </Badge>
  );
}
