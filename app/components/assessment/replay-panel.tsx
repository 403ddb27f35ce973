import type { Replay } from "~/domain/assessment/replay";
import { useTranslation } from "~/i18n/use-translation";
import { Badge } from "../badge";
import { Panel } from "../panel";

/** Whether a kept assessment comes out again, or plainly why that cannot be tried. */
export function ReplayPanel({ replay }: { replay: Replay }) {
  const { t } = useTranslation("questions");
  return <Panel title={t("replay.title")}>{outcome()}</Panel>;

  function outcome() {
    switch (replay.state) {
      case "agrees":
        return (
          <>
            <p className="flex flex-wrap items-center gap-2">
              <Badge tone="success" icon="check-circle">
                {t("replay.agrees")}
              </Badge>
              <span>{t("replay.agreesText")}</span>
            </p>
            {replay.catalogue ? (
              <p className="text-muted text-sm">{t("replay.catalogue", { ...replay.catalogue })}</p>
            ) : null}
          </>
        );
      case "other-rules":
        return (
          <p className="flex flex-wrap items-center gap-2">
            <Badge tone="neutral" icon="incomplete">
              {t("replay.other-rules")}
            </Badge>
            <span>{t("replay.other-rulesText", { ...replay.ruleSet })}</span>
          </p>
        );
      case "disagrees":
        return (
          <>
            <p className="flex flex-wrap items-center gap-2">
              <Badge tone="danger" icon="cross-circle">
                {t("replay.disagrees")}
              </Badge>
              <span>{t("replay.disagreesText")}</span>
            </p>
            <ul className="list-disc ps-5">
              {replay.differs.map((what) => (
                <li key={what}>{t(`replay.differs.${what}`)}</li>
              ))}
            </ul>
          </>
        );
    }
  }
}
