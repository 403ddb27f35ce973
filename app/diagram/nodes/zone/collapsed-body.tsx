import { classNames } from "~/components/class-names";
import { Icon } from "~/components/icon";
import { useTranslation } from "~/i18n/use-translation";
import type { ZoneTotals } from "../../collapse";

/** What a collapsed zone holds, in numbers. */
export function CollapsedBody({ totals, isNear }: { totals: ZoneTotals; isNear: boolean }) {
  const { t } = useTranslation("diagram");
  return (
    <p className={classNames("zone-totals", !isNear && "is-far")}>
      {totals.zones > 0 ? (
        <span>
          <Icon name="zone" />
          {t("zone.zones", { count: totals.zones })}
        </span>
      ) : null}
      <span>
        <Icon name="asset" />
        {t("zone.assets", { count: totals.assets })}
      </span>
    </p>
  );
}
