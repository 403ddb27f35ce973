import { Dialog } from "~/components/dialog";
import { useTranslation } from "~/i18n/use-translation";
import { type Chord, SHORTCUT_GROUPS, SHORTCUTS } from "./shortcuts";
import { useChordText } from "./use-chord-text";

type ShortcutHelpProps = { isOpen: boolean; onOpenChange(isOpen: boolean): void };

/** Every key of the canvas in words, and what the pointer does with a key held down. */
export function ShortcutHelp({ isOpen, onOpenChange }: ShortcutHelpProps) {
  const { t } = useTranslation("diagram");
  return (
    <Dialog title={t("help.title")} size="wide" isOpen={isOpen} onOpenChange={onOpenChange}>
      <p className="editor-note">{t("help.where")}</p>
      <div className="shortcut-groups">
        {SHORTCUT_GROUPS.map((group) => (
          <section key={group}>
            <h3 className="subsection-title">{t(`help.group.${group}`)}</h3>
            <dl className="shortcut-list">
              {SHORTCUTS.filter((shortcut) => shortcut.group === group).map(({ action, chords }) => (
                <div key={action}>
                  <dt>{t(`action.${action}`)}</dt>
                  <dd>
                    <Chords chords={chords} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <h3 className="subsection-title">{t("help.pointer")}</h3>
      <ul className="shortcut-hints">
        <li>{t("help.boxSelect")}</li>
        <li>{t("help.addToSelection")}</li>
        <li>{t("help.doubleClick")}</li>
        <li>{t("help.takeOut")}</li>
        <li>{t("help.reattach")}</li>
      </ul>
    </Dialog>
  );
}

function Chords({ chords }: { chords: ReadonlyArray<Chord> }) {
  const { t } = useTranslation("diagram");
  const chordText = useChordText();
  const [first] = chords;
  // Four arrows are one thing.
  const isArrows = chords.length === 4 && first?.key.startsWith("Arrow");
  if (first && isArrows) {
    const held = chordText({ ...first, key: "" });
    return <kbd>{`${held}${t("key.arrows")}`}</kbd>;
  }
  return chords.map((chord, position) => (
    <span key={chordText(chord)}>
      {position > 0 ? ` ${t("key.or")} ` : null}
      <kbd>{chordText(chord)}</kbd>
    </span>
  ));
}
