import { Disclosure } from "~/components/disclosure";
import { Icon } from "~/components/icon";
import { KeyValue } from "~/components/key-value";
import { useRuleText } from "~/components/policy/use-rule-text";
import type { LayerChange } from "~/domain/policy/layer-changes";
import type { LevelChange } from "~/domain/zone-model/difference";
import { useTranslation } from "~/i18n/use-translation";

type FieldValue = string | number | boolean | null | ReadonlyArray<string>;
export type ShownFieldChange = {
  field: string;
  values: { before: FieldValue; after: FieldValue } | null;
};

export type ShownChanges = {
  levels: ReadonlyArray<LevelChange>;
  policy: ReadonlyArray<LayerChange>;
  channels: { added: ReadonlyArray<string>; removed: ReadonlyArray<string>; changed: ReadonlyArray<string> };
  values: ReadonlyArray<ShownFieldChange>;
  channelValues: ReadonlyArray<{ id: string; protocol: string; values: ReadonlyArray<ShownFieldChange> }>;
};

/** Everything that differs in one element: levels, channels, thresholds, and every member before and after. */
export function DifferenceChanges({ row }: { row: ShownChanges }) {
  const { t } = useTranslation("model");
  const ruleText = useRuleText();
  const { levels, policy, channels, values, channelValues } = row;
  const flows = (["added", "removed"] as const).filter((change) => channels[change].length > 0);
  return (
    <ul className="grid gap-1">
      {levels.map((level) => (
        <li key={level.foundationalRequirement} className="flex items-center gap-1">
          <LevelDirection level={level} />
        </li>
      ))}
      {flows.map((change) => (
        <li key={change}>{t(`difference.channels.${change}`, { names: channels[change].join(", ") })}</li>
      ))}
      {channelValues.map((channel) => (
        <li key={channel.id}>
          {t("difference.channelChanged", { name: channel.protocol })}
          <ul className="pl-4">
            <FieldChanges values={channel.values} />
          </ul>
        </li>
      ))}
      {policy.map(({ key, before, after }) => (
        <li key={key}>
          {t("policy:history.change", {
            rule: t(`policy:rule.${key}.name`),
            before: ruleText(key, before),
            after: ruleText(key, after),
          })}
        </li>
      ))}
      <FieldChanges values={values} />
    </ul>
  );
}

function FieldChanges({ values: changes }: { values: ReadonlyArray<ShownFieldChange> }) {
  const { t } = useTranslation("model");
  const write = useValueText();
  return (
    <>
      {changes.map(({ field, values }) => (
        <li key={field}>
          {values ? (
            <BothSides
              field={nameOf(field)}
              before={write(field, values.before)}
              after={write(field, values.after)}
            />
          ) : (
            t("difference.fields", { names: nameOf(field) })
          )}
        </li>
      ))}
    </>
  );

  /** A member that was added to the model later than its words shows as it is called. */
  function nameOf(field: string): string {
    // Looked up with its own name as the fallback.
    return t(`difference.field.${field}` as "difference.field.name", { defaultValue: field });
  }
}

/** More letters than this on one side are shown when asked for. */
const LONGEST = 100;

function BothSides({ field, before, after }: { field: string; before: string; after: string }) {
  const { t } = useTranslation("model");
  if (before.length <= LONGEST && after.length <= LONGEST)
    return <>{t("difference.value", { field, before, after })}</>;
  return (
    <Disclosure summary={t("difference.fields", { names: field })}>
      <KeyValue
        entries={[
          { term: t("difference.wordsBefore"), value: before },
          { term: t("difference.wordsAfter"), value: after },
        ]}
      />
    </Disclosure>
  );
}

/** Keys of words by the member that holds them; what is not among them is a person's own text. */
const WORDS: Readonly<Record<string, string>> = {
  trustClass: "components:trustClass",
  patientSafety: "components:criticality",
  continuityOfCare: "components:criticality",
  confidentiality: "components:criticality",
  transport: "model:channel.transports",
  initiator: "model:channel.initiators",
  componentTypes: "components:componentType",
};

/** A value of a member in words. */
function useValueText(): (field: string, value: FieldValue) => string {
  const { t } = useTranslation("model");
  const wordOf = (field: string, value: string) => {
    const base = WORDS[field];
    // The base is one of those above, the value one of its keys; a later one shows as it is.
    return base
      ? t(`${base}.${value}` as "components:trustClass.low", { defaultValue: value })
      : `“${value}”`;
  };
  return (field, value) => {
    if (value === null || value === "") return t("difference.empty");
    if (typeof value === "boolean") return t(value ? "common:yes" : "common:no");
    if (typeof value === "number") return String(value);
    if (typeof value === "string") return wordOf(field, value);
    return value.length === 0 ? t("difference.empty") : value.map((one) => wordOf(field, one)).join(", ");
  };
}

function LevelDirection({ level }: { level: LevelChange }) {
  const { t } = useTranslation("model");
  const { foundationalRequirement: fr, before, after, direction } = level;
  const text = t(`difference.level.${direction}`, { fr, before: before ?? "", after: after ?? "" });
  if (direction !== "up" && direction !== "down") return <span>{text}</span>;
  return (
    <>
      <Icon name={direction === "up" ? "arrow-up" : "arrow-down"} />
      <span>{text}</span>
    </>
  );
}
