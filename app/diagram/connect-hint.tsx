import { Button } from "~/components/button";
import type { ZoneModelIndex } from "~/domain/zone-model/queries";
import { useTranslation } from "~/i18n/use-translation";

type ConnectHintProps = { index: ZoneModelIndex; connectingFrom: string | null | undefined; onEnd(): void };

/** What to do next while a conduit is being drawn. */
export function ConnectHint({ index, connectingFrom, onEnd }: ConnectHintProps) {
  const { t } = useTranslation("diagram");
  const from = connectingFrom ? index.zoneById.get(connectingFrom) : undefined;
  return (
    <div role="status" className={connectingFrom === undefined ? "sr-only" : "canvas-note connect-hint"}>
      {connectingFrom === undefined ? null : (
        <>
          <span>{from ? t("connect.pickSecond", { name: from.name }) : t("connect.pickFirst")}</span>
          <Button size="small" onClick={onEnd}>
            {t("connect.end")}
          </Button>
        </>
      )}
    </div>
  );
}
