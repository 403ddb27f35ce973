import { useTranslation } from "~/i18n/use-translation";
import { Callout } from "../callout";

/** Why nothing was linked, in the shape that the page shows; `step` where undo or redo was refused. */
export type LinkingRefusal =
  | {
      code:
        | "nothing-chosen"
        | "changed"
        | "stale-version"
        | "model-is-submitted"
        | "unknown-release"
        | "unknown-asset"
        | "nothing-to-do"
        | "command-refused"
        | "too-many"
        | "invalid-input";
    }
  | { code: "step"; reason: string };

export function RefusalOfLinking({ refusal }: { refusal: LinkingRefusal }) {
  const { t, i18n } = useTranslation("linking");
  if (refusal.code !== "step")
    return (
      <Callout tone="danger" title={t("refusal.title")} live>
        {t(`refusal.${refusal.code}`)}
      </Callout>
    );
  const key = `editing:history.refusal.${refusal.reason}`;
  return (
    <Callout tone="danger" title={t("model:refusal.title")} live>
      {/* Looked up: input that no form of ours sends has no sentence of its own. */}
      {t(
        i18n.exists(key)
          ? (key as "editing:history.refusal.changed-since")
          : "editing:history.refusal.unknown-version",
      )}
    </Callout>
  );
}
