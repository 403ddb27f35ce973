import type { ReactNode } from "react";
import { ButtonLink } from "~/components/button-link";
import { type Column, DataTable } from "~/components/data-table";
import { LevelStrip } from "~/components/level-strip";
import { NumberText } from "~/components/number-text";
import { type StandingParts, TargetStanding } from "~/components/risk/target-standing";
import type { SlVector } from "~/domain/security-level/security-level";
import type { Zone } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Link } from "../link";
import { indentOf } from "./indent";
import { type MoreColumn, moreColumns } from "./more-column";
import { tickColumn, useTickWords } from "./tick-column";
import { useTableLink } from "./use-table-link";

export type ZoneRow = Pick<Zone, "id" | "name" | "trustClass" | "slTarget" | "owner"> & {
  depth: number;
  /** SL-A of the draft as far as it is known; what is published has none here. */
  levels?: { vector: SlVector | null; alone: SlVector | null } | null;
  assets: number;
  conduits: number;
  /** Of the draft; what is published has no such column. */
  standing?: StandingParts;
};

type ZoneTableProps = {
  modelId: string;
  zones: ReadonlyArray<ZoneRow>;
  empty?: ReactNode;
  picked?: string;
  /** Offers to change a zone. */
  mayEdit?: boolean;
  more?: MoreColumn | undefined;
};

/** Zones as a tree: a sub-zone stands indented below the zone it lies in. */
export function ZoneTable({ modelId, zones, empty, picked, mayEdit = false, more }: ZoneTableProps) {
  const { t } = useTranslation("model");
  const tickWords = useTickWords();
  const columns: ReadonlyArray<Column<ZoneRow>> = [
    {
      id: "name",
      header: t("common:zone"),
      rowHeader: true,
      wrap: true,
      cell: ({ id, name, depth }: ZoneRow) => (
        <span className={indentOf(depth)}>
          {depth > 0 ? <span className="sr-only">{t("zone.depth", { depth })} </span> : null}
          <Link to={paths.zoneProfile(modelId, id)}>{name}</Link>
        </span>
      ),
    },
    {
      id: "trust",
      header: t("zone.trustClass"),
      cell: ({ trustClass }: ZoneRow) => t(`components:trustClass.${trustClass}`),
    },
    {
      id: "target",
      header: t("common:target"),
      cell: ({ name, slTarget, trustClass, levels }: ZoneRow) =>
        slTarget ? (
          <LevelStrip
            target={slTarget}
            reached={levels?.alone}
            withCountermeasures={levels?.vector}
            title={name}
          />
        ) : (
          <span className="text-muted">
            {t(trustClass === "untrusted" ? "zone.outside" : "common:notSet")}
          </span>
        ),
    },
    {
      id: "assets",
      header: t("list.assets"),
      align: "end" as const,
      cell: ({ assets }: ZoneRow) => <NumberText value={assets} />,
    },
    {
      id: "conduits",
      header: t("list.conduits"),
      align: "end" as const,
      cell: ({ conduits }: ZoneRow) => <NumberText value={conduits} />,
    },
    { id: "owner", header: t("common:owner"), wrap: true, cell: ({ owner }: ZoneRow) => owner },
  ];
  const standing = {
    id: "standing",
    header: t("risk:origin.header"),
    wrap: true,
    cell: ({ id, name, standing: how, trustClass }: ZoneRow) =>
      how ? (
        <>
          <TargetStanding {...how} />{" "}
          {trustClass === "untrusted" ? null : (
            <Link
              to={paths.elementRisk(modelId, { kind: "zone", id })}
              aria-label={t("risk:origin.assessNamed", { name })}
            >
              {t("risk:origin.assess")}
            </Link>
          )}
        </>
      ) : null,
  };
  const own = zones.some((zone) => zone.standing) ? columns.toSpliced(3, 0, standing) : columns;
  const shown = [...own, ...moreColumns<ZoneRow>(more, "zone")];
  const change = {
    id: "change",
    header: t("table.change"),
    headerHidden: true,
    cell: ({ id, name }: ZoneRow) => <ChangeLink modelId={modelId} id={id} name={name} />,
  };
  return (
    <DataTable
      caption={t("zone.caption")}
      captionHidden
      rows={zones}
      rowKey={({ id }) => id}
      empty={empty}
      isSelected={({ id }) => id === picked}
      columns={
        mayEdit ? [tickColumn(tickWords, "zone", ({ name }: ZoneRow) => name), ...shown, change] : shown
      }
    />
  );
}

/** Opens the forms of an element above the tables. */
export function ChangeLink({ modelId, id, name }: { modelId: string; id: string; name: string }) {
  const { t } = useTranslation("model");
  const linkTo = useTableLink(modelId);
  return (
    <ButtonLink
      to={linkTo({ element: id }, "element")}
      size="small"
      variant="quiet"
      icon="edit"
      aria-label={t("table.changeNamed", { name })}
    >
      {t("table.change")}
    </ButtonLink>
  );
}
