import type { ReactNode } from "react";
import { Badge } from "~/components/badge";
import { type Column, DataTable } from "~/components/data-table";
import { Icon } from "~/components/icon";
import { LevelStrip } from "~/components/level-strip";
import { type StandingParts, TargetStanding } from "~/components/risk/target-standing";
import type { SlVector } from "~/domain/security-level/security-level";
import type { Channel, Conduit } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Link } from "../link";
import { type MoreColumn, moreColumns } from "./more-column";
import { tickColumn, useTickWords } from "./tick-column";
import { ChangeLink } from "./zone-table";

export type ConduitRow = Omit<Conduit, "riskAssessment"> & {
  fromName: string;
  toName: string;
  effectiveTarget: SlVector | null;
  /** Of the draft; what is published has no such column. */
  standing?: StandingParts;
};

type ConduitTableProps = {
  modelId: string;
  conduits: ReadonlyArray<ConduitRow>;
  empty?: ReactNode;
  picked?: string;
  mayEdit?: boolean;
  more?: MoreColumn | undefined;
};

export function ConduitTable({ modelId, conduits, empty, picked, mayEdit = false, more }: ConduitTableProps) {
  const { t } = useTranslation("model");
  const tickWords = useTickWords();
  const columns: ReadonlyArray<Column<ConduitRow>> = [
    {
      id: "ends",
      header: t("common:conduit"),
      rowHeader: true,
      wrap: true,
      cell: (conduit: ConduitRow) => (
        <>
          {t("conduit.ends", { from: conduit.fromName, to: conduit.toName })}
          {conduit.name ? <span className="block text-muted font-normal">{conduit.name}</span> : null}
        </>
      ),
    },
    {
      id: "marks",
      header: t("conduit.marks"),
      cell: (conduit: ConduitRow) => <ConduitMarks conduit={conduit} />,
    },
    {
      id: "channels",
      header: t("conduit.channels"),
      wrap: true,
      cell: ({ channels }: ConduitRow) => <ChannelList channels={channels} />,
    },
    {
      id: "target",
      header: t("common:target"),
      cell: ({ slTarget, effectiveTarget, fromName, toName }: ConduitRow) =>
        effectiveTarget ? (
          <>
            <LevelStrip target={effectiveTarget} title={t("conduit.ends", { from: fromName, to: toName })} />
            {slTarget ? null : <span className="block text-muted">{t("conduit.derived")}</span>}
          </>
        ) : (
          <span className="text-muted">{t("common:notSet")}</span>
        ),
    },
  ];
  const standing = {
    id: "standing",
    header: t("risk:origin.header"),
    wrap: true,
    cell: ({ id, fromName, toName, standing: how }: ConduitRow) =>
      how ? (
        <>
          <TargetStanding {...how} />{" "}
          <Link
            to={paths.elementRisk(modelId, { kind: "conduit", id })}
            aria-label={t("risk:origin.assessNamed", {
              name: t("conduit.ends", { from: fromName, to: toName }),
            })}
          >
            {t("risk:origin.assess")}
          </Link>
        </>
      ) : null,
  };
  const own = conduits.some((conduit) => conduit.standing) ? [...columns, standing] : columns;
  const shown = [...own, ...moreColumns<ConduitRow>(more, "conduit")];
  const change = {
    id: "change",
    header: t("table.change"),
    headerHidden: true,
    cell: ({ id, fromName, toName }: ConduitRow) => (
      <ChangeLink modelId={modelId} id={id} name={t("conduit.ends", { from: fromName, to: toName })} />
    ),
  };
  return (
    <DataTable
      caption={t("conduit.caption")}
      captionHidden
      rows={conduits}
      rowKey={({ id }) => id}
      empty={empty}
      isSelected={({ id }) => id === picked}
      columns={
        mayEdit
          ? [
              tickColumn(tickWords, "conduit", ({ fromName, toName }: ConduitRow) =>
                t("conduit.ends", { from: fromName, to: toName }),
              ),
              ...shown,
              change,
            ]
          : shown
      }
    />
  );
}

function ConduitMarks({ conduit }: { conduit: Pick<Conduit, "wireless" | "remoteAccess" | "temporary"> }) {
  const { t } = useTranslation("model");
  return (
    <span className="inline-flex flex-wrap gap-1">
      {conduit.wireless ? <Badge icon="wireless">{t("conduit.wireless")}</Badge> : null}
      {conduit.remoteAccess ? <Badge icon="remote">{t("conduit.remoteAccess")}</Badge> : null}
      {conduit.temporary ? <Badge icon="temporary">{t("conduit.temporary")}</Badge> : null}
    </span>
  );
}

function ChannelList({ channels }: { channels: ReadonlyArray<Channel> }) {
  const { t } = useTranslation("model");
  if (channels.length === 0) return <span className="text-muted">{t("conduit.noChannels")}</span>;
  return (
    <ul className="grid gap-1">
      {channels.map(({ id, protocol, ports, transport, encrypted }) => (
        <li key={id} className="flex items-center gap-1">
          <Icon
            name={encrypted === null ? "question" : encrypted ? "lock" : "unlock"}
            label={t(`channel.encryption.${encrypted === null ? "unknown" : encrypted ? "yes" : "no"}`)}
          />
          <span>
            {protocol}
            {ports ? ` ${transport}/${ports}` : ` ${transport}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
