import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { ButtonLink } from "~/components/button-link";
import { DataTable } from "~/components/data-table";
import { LevelStrip } from "~/components/level-strip";
import { NumberText } from "~/components/number-text";
import type { Zone } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { indentOf } from "./indent";

export type ZoneRow = Zone & { depth: number; assets: number; conduits: number };

type ZoneTableProps = {
  modelId: string;
  zones: ReadonlyArray<ZoneRow>;
  empty?: ReactNode;
  picked?: string;
  /** Offers to change a zone. */
  mayEdit?: boolean;
};

/** Zones as a tree: a sub-zone stands indented below the zone it lies in. */
export function ZoneTable({ modelId, zones, empty, picked, mayEdit = false }: ZoneTableProps) {
  const { t } = useTranslation("model");
  const columns = [
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
      cell: ({ name, slTarget, trustClass }: ZoneRow) =>
        slTarget ? (
          <LevelStrip target={slTarget} title={name} />
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
      columns={mayEdit ? [...columns, change] : columns}
    />
  );
}

/** Opens the forms of an element above the tables. */
export function ChangeLink({ modelId, id, name }: { modelId: string; id: string; name: string }) {
  const { t } = useTranslation("model");
  return (
    <ButtonLink
      to={`${paths.modelTable(modelId, { element: id })}#element`}
      size="small"
      variant="quiet"
      icon="edit"
      aria-label={t("table.changeNamed", { name })}
    >
      {t("table.change")}
    </ButtonLink>
  );
}
