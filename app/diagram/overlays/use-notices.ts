import { useEffect, useMemo, useState } from "react";
import { useResource } from "~/components/use-resource";
import { type BlastRadius, blastRadius, countRadius, type RadiusCounts } from "~/domain/notice/blast-radius";
import type { ZoneModelIndex } from "~/domain/zone-model/queries";
import { paths } from "~/paths";

/** A notice about something that stands in the model. */
export type NoticeChoice = {
  id: string;
  title: string;
  supplierName: string;
  releaseIds: ReadonlyArray<string>;
};

/** What the legend and the choice need of it. */
export type NoticeShown = {
  choices: ReadonlyArray<Pick<NoticeChoice, "id" | "title" | "supplierName">>;
  /** null where the named one is about nothing in this model, or there is none. */
  chosen: Pick<NoticeChoice, "id" | "title" | "supplierName"> | null;
  counts: RadiusCounts | null;
};

export type ShownNotices = {
  /** null until they have come. */
  known: ReadonlyArray<NoticeChoice> | null;
  shown: NoticeShown;
  radius: BlastRadius | null;
  /** As the address names it; null where it leaves the choice to the portal. */
  asked: string | null;
  choose(noticeId: string | null): void;
};

type Answer = { notices: ReadonlyArray<NoticeChoice> };

/** The one that is named; where none is, the first: what is current comes first. */
export function chosenNotice<Choice extends { id: string }>(
  notices: ReadonlyArray<Choice>,
  asked: string | null,
): Choice | null {
  return (asked === null ? notices[0] : notices.find(({ id }) => id === asked)) ?? null;
}

/** Notices of suppliers about what stands in the model, read when asked for; the reach is worked out from the drawing as it is. */
export function useNotices(
  modelId: string,
  index: ZoneModelIndex,
  isAsked: boolean,
  initial: string | null,
): ShownNotices {
  const [asked, choose] = useState(initial);
  const { load, data } = useResource<Answer>();
  useEffect(() => {
    if (isAsked) load(paths.modelNotices(modelId));
  }, [load, isAsked, modelId]);
  const known = data?.notices ?? null;
  const chosen = useMemo(() => (known ? chosenNotice(known, asked) : null), [known, asked]);
  const radius = useMemo(
    () => (isAsked && chosen ? blastRadius(index, new Set(chosen.releaseIds)) : null),
    [isAsked, chosen, index],
  );
  const shown = useMemo(
    () => ({ choices: known ?? [], chosen, counts: radius && countRadius(index, radius) }),
    [known, chosen, radius, index],
  );
  return { known, shown, radius, asked, choose };
}
