import { Icon } from "~/components/icon";
import { Link } from "~/components/link";
import type { RadiusCounts } from "~/domain/notice/blast-radius";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { toneOfDistance } from "./notice-views";
import type { NoticeShown } from "./use-notices";
import { ViewSample } from "./view-sample";

const DISTANCES = [
  ["here", 0],
  ["next", 1],
  ["farther", 2],
  ["notReached", null],
] as const;

/** Whose reach is shown, how each distance looks and how many zones there are of it. */
export function NoticeLegend({ notice }: { notice: NoticeShown | null }) {
  const { t } = useTranslation("overlay");
  if (!notice) return null;
  const { choices, chosen, counts } = notice;
  if (!chosen) return <p>{t(choices.length === 0 ? "notice.none" : "notice.notHere")}</p>;
  return (
    <>
      <p>
        <Link to={paths.receivedNotice(chosen.id)}>{chosen.title}</Link> ({chosen.supplierName})
      </p>
      {counts ? <Counted counts={counts} /> : null}
    </>
  );
}

function Counted({ counts }: { counts: RadiusCounts }) {
  const { t } = useTranslation("overlay");
  const words = (key: keyof RadiusCounts) =>
    t("legend.count", { words: t(`legend.notice.${key}`), count: counts[key] });
  return (
    <ul className="legend-lines">
      {DISTANCES.map(([key, hops]) => (
        <ViewSample
          key={key}
          view={{ kind: "notice", tone: toneOfDistance(hops), hops, assets: 0, how: null }}
        >
          {words(key)}
        </ViewSample>
      ))}
      <li>
        <span className="view-chip view-chip-danger">
          <Icon name="warning" />
        </span>
        {words("assets")}
      </li>
      <li>
        <svg width={40} height={8} aria-hidden focusable="false">
          <path className="conduit-line line-at-risk" d="M1 4L39 4" />
        </svg>
        {words("conduitsAtRisk")}
      </li>
    </ul>
  );
}
