import { DataTable } from "~/components/data-table";
import { Section } from "~/components/section";
import { VerifyMark } from "~/components/verify-mark";
import type { ComponentRequirement } from "~/domain/requirement/component-requirement";
import type { FoundationalRequirement, SecurityLevel } from "~/domain/security-level/security-level";
import { useTranslation } from "~/i18n/use-translation";

type ProfileRow = Pick<
  ComponentRequirement,
  "id" | "title" | "minSl" | "appliesTo" | "confidence" | "conflict" | "condition" | "note"
>;
export type ProfileGroup = {
  foundationalRequirement: FoundationalRequirement;
  target: SecurityLevel;
  rows: ReadonlyArray<ProfileRow>;
};

/** The demanded rows of IEC 62443-4-2 by foundational requirement, each with the level that asks for it. */
export function ProfileGroups({ groups }: { groups: ReadonlyArray<ProfileGroup> }) {
  const { t } = useTranslation("model");
  return groups.map(({ foundationalRequirement: fr, target, rows }) => (
    <Section
      key={fr}
      id={fr}
      level={3}
      title={t("profile.group", { fr, name: t(`components:fr.${fr}.name`) })}
      description={t("profile.groupText", { count: rows.length, level: target })}
    >
      {rows.length === 0 ? null : (
        <DataTable
          caption={t("profile.group", { fr, name: t(`components:fr.${fr}.name`) })}
          captionHidden
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            { id: "id", header: t("common:requirement"), rowHeader: true, cell: ({ id }) => id },
            { id: "title", header: t("profile.rowTitle"), wrap: true, cell: (row) => <RowTitle row={row} /> },
            { id: "level", header: t("profile.rowLevel"), align: "center", cell: ({ minSl }) => minSl },
            {
              id: "types",
              header: t("asset.componentTypes"),
              wrap: true,
              cell: ({ appliesTo }) =>
                appliesTo.length === 4
                  ? t("profile.everyType")
                  : appliesTo.map((type) => t(`components:componentType.${type}`)).join(", "),
            },
            {
              id: "verify",
              header: t("profile.verify"),
              headerHidden: true,
              cell: ({ confidence, conflict, note }) => (
                <VerifyMark confidence={confidence} conflict={conflict} note={note} />
              ),
            },
          ]}
        />
      )}
    </Section>
  ));
}

function RowTitle({ row: { title, condition } }: { row: ProfileRow }) {
  const { t } = useTranslation("model");
  return (
    <>
      {title}
      {condition ? <span className="block text-muted">{t("profile.condition", { condition })}</span> : null}
    </>
  );
}
