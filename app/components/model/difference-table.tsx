import { Badge } from "~/components/badge";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { Icon } from "~/components/icon";
import { LevelStrip } from "~/components/level-strip";
import { useRuleText } from "~/components/policy/use-rule-text";
import type { LayerChange } from "~/domain/policy/layer-changes";
import type { SlVector } from "~/domain/security-level/security-level";
import type { LevelChange } from "~/domain/zone-model/difference";
import type { ElementKind } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";

type DifferenceRow = {
  kind: ElementKind;
  id: string;
  name: string;
  change: "added" | "removed" | "changed";
  fields: ReadonlyArray<string>;
  before: SlVector | null;
  after: SlVector | null;
  levels: ReadonlyArray<LevelChange>;
  policy: ReadonlyArray<LayerChange>;
  channels: { added: ReadonlyArray<string>; removed: ReadonlyArray<string>; changed: ReadonlyArray<string> };
};

const LOOKS = {
  added: { tone: "success", icon: "plus" },
  removed: { tone: "danger", icon: "minus" },
  changed: { tone: "info", icon: "edit" },
} as const;

/** What differs between two states of a model, element by element. */
export function DifferenceTable({ rows, caption }: { rows: ReadonlyArray<DifferenceRow>; caption: string }) {
  const { t } = useTranslation("model");
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ kind, id }) => `${kind}:${id}`}
      empty={
        <EmptyState title={t("difference.none")} icon="check">
          {t("difference.noneText")}
        </EmptyState>
      }
      columns={[
        {
          id: "change",
          header: t("difference.change"),
          cell: ({ change }) => <Badge {...LOOKS[change]}>{t(`difference.${change}`)}</Badge>,
        },
        {
          id: "element",
          header: t("difference.element"),
          rowHeader: true,
          wrap: true,
          cell: ({ kind, name }) => (
            <>
              {name} <span className="text-muted font-normal">{t(`common:${kind}`)}</span>
            </>
          ),
        },
        { id: "what", header: t("difference.what"), wrap: true, cell: (row) => <Changes row={row} /> },
        {
          id: "before",
          header: t("difference.before"),
          cell: ({ before, name }) => (before ? <LevelStrip target={before} title={name} /> : null),
        },
        {
          id: "after",
          header: t("difference.after"),
          cell: ({ after, name }) => (after ? <LevelStrip target={after} title={name} /> : null),
        },
      ]}
    />
  );
}

function Changes({ row: { fields, levels, policy, channels } }: { row: DifferenceRow }) {
  const { t } = useTranslation("model");
  const ruleText = useRuleText();
  const flows = (["added", "removed", "changed"] as const).filter((change) => channels[change].length > 0);
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
      {policy.map(({ key, before, after }) => (
        <li key={key}>
          {t("policy:history.change", {
            rule: t(`policy:rule.${key}.name`),
            before: ruleText(key, before),
            after: ruleText(key, after),
          })}
        </li>
      ))}
      {fields.length > 0 ? (
        <li>{t("difference.fields", { names: fields.map((field) => nameOf(field)).join(", ") })}</li>
      ) : null}
    </ul>
  );

  /** A member that was added to the model later than its words shows as it is called. */
  function nameOf(field: string): string {
    // Looked up with its own name as the fallback.
    return t(`difference.field.${field}` as "difference.field.name", { defaultValue: field });
  }
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
