import { Button } from "~/components/button";
import { Callout } from "~/components/callout";
import type { ZoneModelIndex } from "~/domain/zone-model/queries";
import type { ElementRef } from "~/domain/zone-model/zone-model";
import { formatClock, formatList } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";
import { nameOfConduit } from "./describe-change";
import type { EditSession, Snapshot } from "./editing/edit-session";
import type { Conflict } from "./editing/post-edits";
import { useChangeText } from "./editing/use-change-text";

type ConflictCalloutProps = {
  conflict: Conflict;
  snapshot: Snapshot;
  session: EditSession;
  index: ZoneModelIndex;
};

/** Two people changed the same element: who did what, both versions in words, and the choice. */
export function ConflictCallout({ conflict, snapshot, session, index }: ConflictCalloutProps) {
  const { t } = useTranslation("diagram");
  const language = useLanguage();
  const changeText = useChangeText();
  const { edits, elements } = conflict;
  const { edit } = snapshot;
  const mine = changeText(
    edit.queue.flatMap(({ commands }) => commands),
    edit.model,
  );
  const names = [...new Set(elements.map((element) => nameOf(index, element)))];
  return (
    <Callout
      tone="danger"
      live
      title={t("obstacle.conflict")}
      action={
        <>
          <Button onClick={session.keepMine}>{t("obstacle.useMine")}</Button>
          <Button onClick={session.takeTheirs}>{t("obstacle.useTheirs")}</Button>
        </>
      }
    >
      <p>{t("obstacle.conflictText")}</p>
      {names.length > 0 ? <p>{t("obstacle.conflictAbout", { names: formatList(names, language) })}</p> : null}
      <div className="conflict-sides">
        <div>
          <p className="conflict-side">{t("obstacle.theirs")}</p>
          {edits.length === 0 ? <p>{t("obstacle.conflictMany")}</p> : null}
          <ul>
            {edits.map(({ version, personName, at, commands }) => (
              <li key={version}>
                <span className="conflict-by">
                  {t("by", { name: personName, time: formatClock(at, language) })}
                </span>
                {changeText(commands, edit.base).join("; ")}
              </li>
            ))}
          </ul>
        </div>
        <div>
          <p className="conflict-side">{t("obstacle.mine")}</p>
          <ul>
            {mine.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      </div>
    </Callout>
  );
}

function nameOf(index: ZoneModelIndex, { kind, id }: ElementRef): string {
  const zone = (zoneId: string | null) =>
    zoneId === null ? "" : (index.zoneById.get(zoneId)?.name ?? zoneId);
  switch (kind) {
    case "zone":
      return zone(id);
    case "conduit": {
      const conduit = index.conduitById.get(id);
      return conduit ? nameOfConduit(conduit, zone) : id;
    }
    case "asset":
      return index.assetById.get(id)?.name ?? id;
  }
}
