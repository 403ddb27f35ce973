import { Icon } from "~/components/icon";
import type { Zone } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import { useCanvasActions } from "../../canvas-actions";

type CollapseButtonProps = { zone: Zone; isCollapsed: boolean };

/** In the title bar. The keyboard has a key for it, so that Tab goes from zone to zone. */
export function CollapseButton({ zone, isCollapsed }: CollapseButtonProps) {
  const { t } = useTranslation("diagram");
  const { toggleCollapse } = useCanvasActions();
  const name = t(isCollapsed ? "zone.expand" : "zone.collapse", { name: zone.name });
  return (
    <button
      type="button"
      tabIndex={-1}
      className="zone-collapse nodrag nopan"
      aria-label={name}
      aria-expanded={!isCollapsed}
      title={name}
      onClick={(event) => {
        event.stopPropagation();
        toggleCollapse(zone.id);
      }}
    >
      <Icon name={isCollapsed ? "chevron-right" : "chevron-down"} />
    </button>
  );
}
