import type { Message, MissingRow, Verdict } from "~/domain/assessment/assessment";
import type { DecisionKind } from "~/domain/procurement/decision";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { DataTable } from "../data-table";
import { Link } from "../link";
import { DecisionBadge } from "../procurement/badges";
import { useMessage } from "../procurement/use-message";
import { VerdictBadge } from "../verdict-badge";

type BrokenRow = {
  declarationId: string;
  productName: string;
  releaseVersion: string;
  supplierName: string;
  verdict: { before: Verdict; after: Verdict };
  missing: ReadonlyArray<MissingRow>;
  leaning: ReadonlyArray<string>;
  reasons: ReadonlyArray<{ id: string; reason: Message }>;
  assets: ReadonlyArray<{ id: string; name: string; quantity: number }>;
  decision: { id: string; kind: DecisionKind } | null;
};
type BrokenTableProps = { modelId: string; zoneId: string; broken: ReadonlyArray<BrokenRow> };

/** Which products, assets and decisions would break, by name, and through what. */
export function BrokenTable({ modelId, zoneId, broken }: BrokenTableProps) {
  const { t } = useTranslation("questions");
  const inZone = broken.filter(({ assets }) => assets.length > 0).length;
  const decided = broken.filter(({ decision }) => decision !== null).length;
  return (
    <>
      <p role="status">
        <strong>{t("whatIf.count", { count: broken.length })}</strong>{" "}
        {inZone > 0 ? t("whatIf.inZone", { count: inZone }) : t("whatIf.inZoneNone")}{" "}
        {decided > 0 ? t("whatIf.decided", { count: decided }) : null}
      </p>
      <DataTable
        caption={t("whatIf.caption")}
        captionHidden
        rows={broken}
        rowKey={({ declarationId }) => declarationId}
        columns={[
          {
            id: "product",
            header: t("whatIf.product"),
            rowHeader: true,
            wrap: true,
            cell: ({ declarationId, productName, releaseVersion, supplierName }) => (
              <>
                <Link to={paths.assessment(modelId, zoneId, declarationId)}>
                  {productName} {releaseVersion}
                </Link>
                <span className="block font-normal text-muted text-xs">{supplierName}</span>
              </>
            ),
          },
          {
            id: "verdict",
            header: t("whatIf.verdict"),
            cell: ({ verdict }) => (
              <span className="inline-grid justify-items-start gap-1">
                <VerdictBadge verdict={verdict.before} />
                <span className="inline-flex items-center gap-1">
                  <span aria-hidden>→</span> <VerdictBadge verdict={verdict.after} />
                </span>
              </span>
            ),
          },
          {
            id: "breaks",
            header: t("whatIf.breaks"),
            wrap: true,
            cell: (row) => <Breaks row={row} />,
          },
          { id: "use", header: t("whatIf.inUse"), wrap: true, cell: (row) => <InUse row={row} /> },
        ]}
      />
    </>
  );
}

function Breaks({ row: { missing, leaning, reasons } }: { row: BrokenRow }) {
  const { t } = useTranslation("questions");
  const write = useMessage();
  return (
    <ul className="grid min-w-60 gap-0.5 text-sm">
      {missing.length > 0 ? (
        <li>{t("whatIf.missing", { rows: missing.map(({ requirementId }) => requirementId).join(", ") })}</li>
      ) : null}
      {leaning.length > 0 ? <li>{t("whatIf.leaning", { rows: leaning.join(", ") })}</li> : null}
      {reasons.map(({ id, reason }) => (
        <li key={id}>{write(reason)}</li>
      ))}
    </ul>
  );
}

function InUse({ row: { assets, decision } }: { row: BrokenRow }) {
  const { t } = useTranslation("questions");
  return (
    <ul className="grid gap-1 text-sm">
      {assets.map(({ id, name, quantity }) => (
        <li key={id}>{quantity > 1 ? t("whatIf.asset", { name, quantity }) : name}</li>
      ))}
      {assets.length === 0 ? <li className="text-muted">{t("whatIf.notInZone")}</li> : null}
      {decision ? (
        <li>
          <Link to={paths.decision(decision.id)}>
            <span className="sr-only">{t("whatIf.decision")}</span> <DecisionBadge kind={decision.kind} />
          </Link>
        </li>
      ) : null}
    </ul>
  );
}
