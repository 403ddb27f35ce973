import { useCallback, useDeferredValue, useEffect, useMemo, useState } from "react";
import { useResource } from "~/components/use-resource";
import type { Verdict } from "~/domain/assessment/assessment";
import { judgeCandidate } from "~/domain/assessment/candidate";
import type { JudgingGround, KnownProduct } from "~/domain/assessment/placed-products";
import type { ZoneModelIndex } from "~/domain/zone-model/queries";
import { paths } from "~/paths";
import type { ReleaseChoice } from "../choices";

type CandidateAnswer = { product: KnownProduct; declarationId: string };

export type Candidate = {
  isOpen: boolean;
  releaseId: string | null;
  /** null until its declaration has come. */
  product: KnownProduct | null;
  declarationId: string | null;
  /** By zone id; null while there is nothing to say yet. */
  verdicts: ReadonlyMap<string, Verdict> | null;
  isLoading: boolean;
  open(): void;
  choose(releaseId: string | null): void;
  leave(): void;
  /** As the address says it: a release, "" while one is being chosen, null while none is tried. */
  asked: string | null;
  ask(asked: string | null): void;
};

type CandidateOptions = {
  modelId: string;
  index: ZoneModelIndex;
  ground: JudgingGround | null;
  releases: ReadonlyArray<ReleaseChoice>;
  /** What the address asks for when the page is opened. */
  initial: string | null;
};

/** A product that is held against every zone, judged in the browser by the same engine as on the server. */
export function useCandidate({ modelId, index, ground, releases, initial }: CandidateOptions): Candidate {
  const [asked, ask] = useState(initial);
  const isOpen = asked !== null;
  // An address may name a product that the hospital sees no more: then one is chosen from the list.
  const releaseId = releases.find((release) => release.releaseId === asked)?.releaseId ?? null;
  const { load, data, state } = useResource<CandidateAnswer>();
  useEffect(() => {
    if (releaseId !== null) load(paths.modelCandidate(modelId, releaseId));
  }, [load, modelId, releaseId]);

  const answer = data?.product?.releaseId === releaseId ? data : undefined;
  const settled = useDeferredValue(index);
  const verdicts = useMemo(
    () => (isOpen && ground && answer ? judgeCandidate(ground, settled, answer.product) : null),
    [isOpen, ground, answer, settled],
  );
  return {
    ...{ isOpen, releaseId, verdicts, asked, ask },
    product: answer?.product ?? null,
    declarationId: answer?.declarationId ?? null,
    isLoading: state === "loading",
    choose: useCallback((id: string | null) => ask(id ?? ""), []),
    open: useCallback(() => ask(""), []),
    leave: useCallback(() => ask(null), []),
  };
}
