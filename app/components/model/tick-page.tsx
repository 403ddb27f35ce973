import { useEffect, useState } from "react";
import { Button } from "~/components/button";
import { useTranslation } from "~/i18n/use-translation";
import { useTicked } from "./ticked";

/** Ticks every row of a page, or none; and the way to what can be done with them. Boxes can be ticked one by one without it. */
export function TickPage({ keys }: { keys: ReadonlyArray<string> }) {
  const { t } = useTranslation("table");
  const ticked = useTicked();
  const [isReady, setIsReady] = useState(false);
  useEffect(() => setIsReady(true), []);
  const areAll = keys.every((key) => ticked.keys.has(key));
  return (
    <p className="tick-page">
      {isReady ? (
        <Button size="small" variant="quiet" aria-pressed={areAll} onClick={() => ticked.set(keys, !areAll)}>
          {t("chosen.all")}
        </Button>
      ) : null}
      <a href="#chosen">{t("chosen.go")}</a>
    </p>
  );
}
