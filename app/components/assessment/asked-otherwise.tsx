import type { PolicyKey } from "~/domain/policy/policy-rules";
import { useTranslation } from "~/i18n/use-translation";
import { KeyValue } from "../key-value";
import { Panel } from "../panel";

type Titled = { id: string; title: string };
export type AskedOtherwiseProps = {
  asked: {
    policy: ReadonlyArray<PolicyKey>;
    channels: { added: number; removed: number } | null;
    countermeasures: { added: ReadonlyArray<Titled>; removed: ReadonlyArray<Titled> };
  };
};

/** What the zone asks otherwise besides its target. */
export function AskedOtherwise({ asked: { policy, channels, countermeasures } }: AskedOtherwiseProps) {
  const { t } = useTranslation("questions");
  const hasChannels = channels !== null && channels.added + channels.removed > 0;
  const ledger = [
    ...countermeasures.added.map(({ title }) =>
      t("comparison.fact", { name: title, kind: t("comparison.added") }),
    ),
    ...countermeasures.removed.map(({ title }) =>
      t("comparison.fact", { name: title, kind: t("comparison.removed") }),
    ),
  ];
  const entries = [
    ...(policy.length > 0
      ? [
          {
            term: t("comparison.policy"),
            value: policy.map((key) => t(`policy:rule.${key}.name`)).join(", "),
          },
        ]
      : []),
    ...(ledger.length > 0 ? [{ term: t("comparison.countermeasures"), value: ledger.join(", ") }] : []),
  ];
  return (
    <Panel title={t("comparison.asked")}>
      {entries.length === 0 && !hasChannels ? <p>{t("comparison.nothingAsked")}</p> : null}
      {entries.length > 0 ? <KeyValue entries={entries} /> : null}
      {hasChannels ? <p>{t("comparison.channels", { ...channels })}</p> : null}
    </Panel>
  );
}
