import type { NoticeKind, NoticeState } from "~/domain/notice/notice";
import { useTranslation } from "~/i18n/use-translation";
import { Badge } from "../badge";
import { TONE_ICONS, type Tone } from "../tone";

const STATE_TONES: Readonly<Record<NoticeState, Exclude<Tone, "neutral"> | null>> = {
  draft: null,
  published: "info",
  updated: "info",
  closed: "success",
  withdrawn: "warning",
};

export function NoticeStateBadge({ state }: { state: NoticeState }) {
  const { t } = useTranslation("notice");
  const tone = STATE_TONES[state];
  if (tone === null) return <Badge>{t(`state.${state}`)}</Badge>;
  return (
    <Badge tone={tone} icon={TONE_ICONS[tone]}>
      {t(`state.${state}`)}
    </Badge>
  );
}

/** What is urgent stands out by its icon too. */
export function NoticeKindBadge({ kind }: { kind: NoticeKind }) {
  const { t } = useTranslation("notice");
  if (kind === "advisory") return <Badge>{t("kind.advisory")}</Badge>;
  return (
    <Badge tone="danger" icon={TONE_ICONS.danger}>
      {t(`kind.${kind}`)}
    </Badge>
  );
}
