import type { MouseEvent } from "react";
import { classNames } from "~/components/class-names";
import { Disclosure } from "~/components/disclosure";
import { assetsIn, type ZoneModelIndex } from "~/domain/zone-model/queries";
import type { ElementRef } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import { isChosen, type Selection } from "./selection";

type AssetTrayProps = {
  index: ZoneModelIndex;
  selection: Selection;
  onPick(element: ElementRef, event: MouseEvent): void;
};

/** More would not be looked through here; the table has them all. */
const MOST_SHOWN = 200;

/** Assets that are in no zone: to be seen, and to be dragged into one. */
export function AssetTray({ index, selection, onPick }: AssetTrayProps) {
  const { t } = useTranslation("diagram");
  const assets = assetsIn(index, null);
  if (assets.length === 0) return null;
  const hidden = assets.length - MOST_SHOWN;
  return (
    <div className="asset-tray canvas-aside">
      <Disclosure summary={t("tray.title", { count: assets.length })} defaultOpen>
        <ul>
          {assets.slice(0, MOST_SHOWN).map(({ id, name }) => (
            <li key={id}>
              <button
                type="button"
                className={classNames(
                  "asset-tile",
                  isChosen(selection, { kind: "asset", id }) && "is-selected",
                )}
                data-asset-id={id}
                title={name}
                onClick={(event) => onPick({ kind: "asset", id }, event)}
              >
                <span className="asset-name">{name}</span>
              </button>
            </li>
          ))}
        </ul>
        {hidden > 0 ? <p className="editor-none">{t("zone.more", { count: hidden })}</p> : null}
      </Disclosure>
    </div>
  );
}
