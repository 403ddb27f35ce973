import { Button } from "~/components/button";
import type { IconName } from "~/components/icon";
import type { ZoneModelIndex } from "~/domain/zone-model/queries";
import { useTranslation } from "~/i18n/use-translation";
import { ARRANGEMENTS } from "./arrange";
import { ARRANGEMENT_ICONS } from "./arrangement-icons";
import type { EditorActions } from "./editor-actions";
import { isPossible } from "./possible";
import type { Selection } from "./selection";
import type { ActionId } from "./shortcuts";
import type { ViewTools } from "./use-view-tools";

type ArrangeToolsProps = {
  selection: Selection;
  index: ZoneModelIndex;
  tools: ViewTools;
  actions: EditorActions;
};

const CHANGES = [
  ["edit", "rename"],
  ["duplicate", "duplicate"],
  ["collapse", "collapse"],
  ["trash", "remove"],
] as const satisfies ReadonlyArray<readonly [IconName, ActionId]>;

/** What can be done with what is chosen. Always there, so that nothing jumps when something is chosen. */
export function ArrangeTools({ selection, index, tools, actions }: ArrangeToolsProps) {
  const { t } = useTranslation("diagram");
  const isOffered = (action: ActionId) => isPossible(action, { selection, index, mayEdit: true });
  return (
    <fieldset className="editor-tools">
      <legend className="sr-only">{t("toolbar.arrange")}</legend>
      {CHANGES.map(([icon, action]) => (
        <Button
          key={action}
          icon={icon}
          iconOnly
          disabled={!isOffered(action)}
          onClick={() => actions.run(action)}
        >
          {t(`toolbar.${action}`)}
        </Button>
      ))}
      {ARRANGEMENTS.map((arrangement) => (
        <Button
          key={arrangement}
          icon={ARRANGEMENT_ICONS[arrangement]}
          iconOnly
          disabled={!isOffered(arrangement)}
          onClick={() => actions.run(arrangement)}
        >
          {t(`action.${arrangement}`)}
        </Button>
      ))}
      <Toggle icon="magnet" action="snap" isOn={tools.isSnapping} onRun={actions.run} />
    </fieldset>
  );
}

type ToggleProps = {
  icon: IconName;
  action: "snap" | "minimap" | "boxSelect";
  isOn: boolean;
  onRun: EditorActions["run"];
};

/** A tool that is on or off. */
export function Toggle({ icon, action, isOn, onRun }: ToggleProps) {
  const { t } = useTranslation("diagram");
  return (
    <Button icon={icon} iconOnly aria-pressed={isOn} onClick={() => onRun(action)}>
      {t(`toolbar.${action}`)}
    </Button>
  );
}
