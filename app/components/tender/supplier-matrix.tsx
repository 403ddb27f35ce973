import type { Verdict } from "~/domain/assessment/assessment";
import type { RequestState } from "~/domain/procurement/request";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { ButtonLink } from "../button-link";
import { DataTable } from "../data-table";
import { DateText } from "../date-text";
import { Link } from "../link";
import { RequestBadge } from "../procurement/badges";
import { Section } from "../section";
import { StateBadge } from "../state-badge";
import { VerdictBadge } from "../verdict-badge";

type SentRequest = {
  requestId: string;
  lot: number;
  state: RequestState;
  dueOn: string;
  isOverdue: boolean;
  verdict: Verdict | null;
};

export type SupplierMatrixProps = {
  lots: ReadonlyArray<{
    lot: number;
    zones: ReadonlyArray<{ modelId: string; zoneId: string; zoneName: string }>;
    offers: ReadonlyArray<string>;
    omitted: number;
    canCompare: boolean;
  }>;
  suppliers: ReadonlyArray<{ supplierId: string; name: string; requests: ReadonlyArray<SentRequest> }>;
};

/** Every supplier with every request, and offers side by side for each zone. */
export function SupplierMatrix({ lots, suppliers }: SupplierMatrixProps) {
  const { t } = useTranslation("tender");
  return (
    <>
      <Section title={t("page.table")} description={t("page.tableText")}>
        <DataTable
          caption={t("page.table")}
          captionHidden
          rows={suppliers}
          rowKey={({ supplierId }) => supplierId}
          columns={[
            {
              id: "supplier",
              header: t("common:supplier"),
              rowHeader: true,
              wrap: true,
              cell: ({ name }) => name,
            },
            ...lots.map(({ lot, zones }) => ({
              id: `lot-${lot}`,
              header: zones.map(({ zoneName }) => zoneName).join(", "),
              wrap: true,
              cell: ({ requests }: SupplierMatrixProps["suppliers"][number]) => (
                <Cell request={requests.find((one) => one.lot === lot)} />
              ),
            })),
          ]}
        />
      </Section>
      <Section title={t("page.offers")} description={t("page.compareText")}>
        <ul className="grid gap-2">
          {lots.flatMap(({ zones, offers, canCompare, omitted }) =>
            zones.map(({ modelId, zoneId, zoneName }) => (
              <li key={`${modelId}/${zoneId}`} className="flex flex-wrap items-center gap-2">
                {canCompare ? (
                  <ButtonLink
                    to={paths.offers({ model: modelId, zone: zoneId, declarations: offers })}
                    size="small"
                  >
                    {t("page.compare", { zone: zoneName })}
                  </ButtonLink>
                ) : (
                  <span className="text-muted">{zoneName}</span>
                )}
                <span className="field-hint">
                  {t("page.offersCount", { answered: offers.length + omitted, total: suppliers.length })}
                  {omitted > 0 ? ` · ${t("page.omitted", { count: omitted })}` : null}
                </span>
              </li>
            )),
          )}
        </ul>
      </Section>
    </>
  );
}

function Cell({ request }: { request: SentRequest | undefined }) {
  const { t } = useTranslation("tender");
  if (!request) return <span className="text-muted">{t("page.notAsked")}</span>;
  const { requestId, state, dueOn, isOverdue, verdict } = request;
  return (
    <span className="grid justify-items-start gap-1">
      <Link to={paths.request(requestId)} className="flex flex-wrap items-center gap-2">
        <RequestBadge state={state} />
        {isOverdue ? <StateBadge state="overdue" /> : null}
      </Link>
      {verdict ? <VerdictBadge verdict={verdict} /> : null}
      <span className="field-hint">
        {t("common:dueDate")} <DateText value={dueOn} />
      </span>
    </span>
  );
}
