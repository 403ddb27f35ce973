import { useEffect } from "react";
import { useResource } from "~/components/use-resource";
import { paths } from "~/paths";
import type { AnswerQueue } from "./answer-queue";
import type { DeclarationStanding, Sheet } from "./sheet";

/** So that a row of clicks asks once. */
const PAUSE_MS = 800;

/** How the answers stand, asked for again whenever some of them have been saved. */
export function useStanding(
  { declaration, standing }: Pick<Sheet, "declaration" | "standing">,
  { saveVersion }: Pick<AnswerQueue, "saveVersion">,
): DeclarationStanding | null {
  const { data, load } = useResource<DeclarationStanding>();
  const { id, saveVersion: loaded } = declaration;
  useEffect(() => {
    if (saveVersion === loaded) return undefined;
    const timer = setTimeout(() => load(paths.declarationStanding(id)), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [id, saveVersion, loaded, load]);
  return data ?? standing;
}
