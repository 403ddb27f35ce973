import { useRef } from "react";
import { I18nProvider, Menu, MenuItem, Popover, Separator } from "react-aria-components";
import type { ZoneModelIndex } from "~/domain/zone-model/queries";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";
import { isCollapsed } from "./collapse";
import type { Point } from "./geometry";
import { isPossible } from "./possible";
import { idsOf, type Selection } from "./selection";
import { type ActionId, type Chord, SHORTCUTS } from "./shortcuts";
import { useChordText } from "./use-chord-text";

const ELEMENT_GROUPS: ReadonlyArray<ReadonlyArray<ActionId>> = [
  ["open", "rename", "collapse", "connect", "selectAssets"],
  ["duplicate", "copy", "cut", "paste"],
  ["left", "top", "distributeAcross", "distributeDown"],
  ["zoomToSelection"],
  ["remove"],
];
const CANVAS_GROUPS: ReadonlyArray<ReadonlyArray<ActionId>> = [
  ["addZone", "paste", "selectAll"],
  ["fit", "actualSize"],
  ["help"],
];

type ContextMenuProps = {
  /** Where it opens, from the corner of the canvas; null while it is closed. */
  at: Point | null;
  selection: Selection;
  index: ZoneModelIndex;
  mayEdit: boolean;
  onRun(action: ActionId): void;
  onClose(): void;
};

/** What can be done with what is chosen, or with the canvas where nothing is. */
export function ContextMenu({ at, selection, index, mayEdit, onRun, onClose }: ContextMenuProps) {
  const { t } = useTranslation("diagram");
  const language = useLanguage();
  const chordText = useChordText();
  const anchor = useRef<HTMLSpanElement>(null);
  const groups = (selection.size > 0 ? ELEMENT_GROUPS : CANVAS_GROUPS)
    .map((group) => group.filter((action) => isPossible(action, { selection, index, mayEdit })))
    .filter((group) => group.length > 0);
  const zoneIds = idsOf(selection, "zone");
  const isOpening = zoneIds.length > 0 && zoneIds.every((id) => isCollapsed(index.model, id));
  const nameOf = (action: ActionId) =>
    action === "collapse" && isOpening ? t("action.expand") : t(`action.${action}`);
  const chordOf = (action: ActionId): Chord | undefined =>
    SHORTCUTS.find((shortcut) => shortcut.action === action)?.chords[0];

  return (
    <I18nProvider locale={language}>
      <span ref={anchor} className="menu-anchor" style={{ left: at?.x ?? 0, top: at?.y ?? 0 }} aria-hidden />
      <Popover
        triggerRef={anchor}
        isOpen={at !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose();
        }}
        placement="bottom start"
        offset={0}
        className="context-menu"
      >
        <Menu
          aria-label={t("menu.label")}
          autoFocus="first"
          onAction={(key) => onRun(key as ActionId)}
          onClose={onClose}
        >
          {groups.flatMap((group, position) => [
            ...(position > 0 ? [<Separator key={`line-${group[0]}`} className="menu-line" />] : []),
            ...group.map((action) => {
              const chord = chordOf(action);
              return (
                <MenuItem key={action} id={action} textValue={nameOf(action)} className="menu-entry">
                  <span>{nameOf(action)}</span>
                  {chord ? <kbd>{chordText(chord)}</kbd> : null}
                </MenuItem>
              );
            }),
          ])}
        </Menu>
      </Popover>
    </I18nProvider>
  );
}
