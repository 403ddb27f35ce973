import type { ReactNode } from "react";
import type { CalendarStage } from "~/domain/procurement/calendar";
import type { DecisionKind } from "~/domain/procurement/decision";
import type { RegisterEndKind } from "~/domain/procurement/register";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { StageBadge } from "../calendar/stage-badge";
import { DataTable } from "../data-table";
import { DateText } from "../date-text";
import { Link } from "../link";
import { DecisionBadge } from "../procurement/badges";
import { StateBadge } from "../state-badge";
import { conditionWords, endWords, exceptionWords } from "./register-words";

export type Approval = {
  id: string;
  kind: DecisionKind;
  productName: string;
  releaseVersion: string;
  supplierName: string;
  modelId: string;
  modelName: string;
  zoneId: string;
  zoneName: string;
  hasZone: boolean;
  declarationId: string | null;
  decidedAt: string;
  decidedByName: string;
  review:
    | "zone-removed"
    | "target-removed"
    | "declaration-withdrawn"
    | "exception-ended"
    | "result-changed"
    | null;
  conditions: ReadonlyArray<{ id: string; text: string; owner: string; dueOn: string; isOverdue: boolean }>;
  exceptions: ReadonlyArray<{
    id: string;
    expiresOn: string;
    ended: "expired" | "revoked" | "superseded" | null;
  }>;
  until: {
    kind: RegisterEndKind;
    name: string;
    endsOn: string;
    stage: CalendarStage | null;
    daysLeft: number;
  } | null;
};

/** So many conditions of one approval are named; the decision has all of them. */
const CONDITIONS_SHOWN = 3;

/** What may stand where, under which conditions, until when: one line an approval. */
export function RegisterTable({
  approvals,
  empty,
}: {
  approvals: ReadonlyArray<Approval>;
  empty: ReactNode;
}) {
  const { t } = useTranslation("register");
  return (
    <DataTable
      caption={t("caption")}
      captionHidden
      rows={approvals}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        {
          id: "product",
          header: t("column.product"),
          rowHeader: true,
          wrap: true,
          cell: (approval) => <Product {...approval} />,
        },
        { id: "place", header: t("column.place"), wrap: true, cell: (approval) => <Place {...approval} /> },
        { id: "state", header: t("column.state"), wrap: true, cell: (approval) => <State {...approval} /> },
        { id: "until", header: t("column.until"), wrap: true, cell: ({ until }) => <Until until={until} /> },
        {
          id: "conditions",
          header: t("column.conditions"),
          wrap: true,
          cell: (approval) => <Conditions {...approval} />,
        },
        {
          id: "decided",
          header: t("column.decided"),
          cell: ({ decidedAt, decidedByName }) => (
            <>
              <DateText value={decidedAt} />
              <span className="block text-sm text-muted">{t("by", { name: decidedByName })}</span>
            </>
          ),
        },
      ]}
    />
  );
}

function Product({ id, productName, releaseVersion, supplierName, declarationId }: Approval) {
  const { t } = useTranslation("register");
  return (
    <>
      <Link to={paths.decision(id)}>
        {productName} {releaseVersion}
      </Link>
      <span className="block text-sm font-normal text-muted">{supplierName}</span>
      {declarationId ? (
        <span className="block text-sm font-normal">
          <Link to={paths.placement(declarationId)}>{t("declaration")}</Link>
        </span>
      ) : null}
    </>
  );
}

function Place({ modelId, modelName, zoneId, zoneName, hasZone }: Approval) {
  return (
    <>
      {hasZone ? <Link to={paths.zoneProfile(modelId, zoneId)}>{zoneName}</Link> : zoneName}
      <span className="block text-sm text-muted">{modelName}</span>
    </>
  );
}

function State({ kind, review, exceptions }: Approval) {
  const { t } = useTranslation("register");
  const language = useLanguage();
  return (
    <span className="flex flex-col items-start gap-1">
      <DecisionBadge kind={kind} />
      {review ? (
        <>
          <StateBadge state="needs-review" />
          <span className="text-sm">{t(`review.${review}`)}</span>
        </>
      ) : null}
      {exceptions.map((exception) => (
        <span key={exception.id} className="text-sm">
          <Link to={paths.exception(exception.id)}>{exceptionWords(t, exception, language)}</Link>
        </span>
      ))}
    </span>
  );
}

function Until({ until }: Pick<Approval, "until">) {
  const { t } = useTranslation("register");
  if (until === null)
    return (
      <>
        {t("until.none")}
        <span className="block text-sm text-muted">{t("until.noneText")}</span>
      </>
    );
  return (
    <span className="flex flex-col items-start gap-1">
      <DateText value={until.endsOn} />
      {until.stage === null ? null : <StageBadge {...until} />}
      <span className="text-sm text-muted">{endWords(t, until)}</span>
    </span>
  );
}

function Conditions({ id, conditions }: Approval) {
  const { t } = useTranslation("register");
  const language = useLanguage();
  if (conditions.length === 0) return <span className="text-muted">{t("noConditions")}</span>;
  const more = conditions.length - CONDITIONS_SHOWN;
  return (
    <ul className="grid gap-1">
      {conditions.slice(0, CONDITIONS_SHOWN).map((condition) => (
        <li key={condition.id}>
          {conditionWords(t, condition, language)}{" "}
          {condition.isOverdue ? <StateBadge state="overdue" /> : null}
        </li>
      ))}
      {more > 0 ? (
        <li>
          <Link to={paths.decision(id)}>{t("moreConditions", { count: more })}</Link>
        </li>
      ) : null}
    </ul>
  );
}
