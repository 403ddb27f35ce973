import { Button } from "~/components/button";
import { useRuleWords } from "~/components/model/use-rule-words";
import type { ModelFinding } from "~/domain/zone-model/rules/rule";
import { useTranslation } from "~/i18n/use-translation";
import type { Cause } from "./cause";

type CauseNoteProps = { finding: ModelFinding | null; cause: Cause | null; onEnd(): void };

/** Says, aloud too, which finding is drawn and what stands out because of it. */
export function CauseNote({ finding, cause, onEnd }: CauseNoteProps) {
  const { t } = useTranslation("diagram");
  const words = useRuleWords();
  return (
    <div role="status" className={finding ? "canvas-note cause-note" : "sr-only"}>
      {finding && cause ? (
        <>
          <p>
            {words.sentence(finding)}{" "}
            <span className="sr-only">
              {t("findings.drawn", {
                zones: t("findings.zones", { count: cause.zones.size }),
                conduits: t("findings.conduits", { count: cause.conduits.size }),
                assets: t("zone.assets", { count: cause.assets.size }),
              })}
            </span>
          </p>
          <Button size="small" onClick={onEnd}>
            {t("findings.endTrace")}
          </Button>
        </>
      ) : null}
    </div>
  );
}
