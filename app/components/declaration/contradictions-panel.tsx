import { Callout } from "~/components/callout";
import { Panel } from "~/components/panel";
import { useMessage } from "~/components/procurement/use-message";
import type { Message } from "~/domain/assessment/assessment";
import { useTranslation } from "~/i18n/use-translation";

export type Contradiction = { id: string; reason: Message; ways: ReadonlyArray<Message> };

/** What cannot all be true of what is about to be signed, each with the ways out. */
export function ContradictionsPanel({ contradictions }: { contradictions: ReadonlyArray<Contradiction> }) {
  const { t } = useTranslation("sealing");
  const write = useMessage();
  const count = contradictions.length;
  return (
    <Panel title={t("contradictions.title")}>
      {count === 0 ? (
        <p className="text-muted">{t("contradictions.found", { count })}</p>
      ) : (
        <Callout tone="warning" title={t("contradictions.found", { count })}>
          {t("contradictions.text")}
        </Callout>
      )}
      <ul className="grid gap-3">
        {contradictions.map(({ id, reason, ways }) => (
          <li key={id} className="grid gap-1">
            <p>{write(reason)}</p>
            <ul className="list-disc ps-5">
              {ways.map((way) => (
                <li key={way.key}>{write(way)}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
