import { Form } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { Disclosure } from "~/components/disclosure";
import { EmptyState } from "~/components/empty-state";
import { LevelStrip } from "~/components/level-strip";
import { Panel } from "~/components/panel";
import { StateBadge } from "~/components/state-badge";
import { SubmitButton } from "~/components/submit-button";
import { VerdictBadge } from "~/components/verdict-badge";
import { VerifyMark } from "~/components/verify-mark";
import type { MissingReason, Verdict } from "~/domain/assessment/assessment";
import type { SlCapability } from "~/domain/assessment/capability";
import type { DeclarationState } from "~/domain/declaration/declaration";
import type { Confidence } from "~/domain/requirement/component-requirement";
import type { FoundationalRequirement, SlVector } from "~/domain/security-level/security-level";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";

type CheckedRow = { requirementId: string; title: string; confidence: Confidence; conflict: boolean };
export type SelfCheck = {
  declarationId: string;
  version: number;
  state: DeclarationState;
  productName: string;
  releaseVersion: string;
  verdict: Verdict;
  slCapability: SlCapability;
  missing: ReadonlyArray<
    CheckedRow & { minSl: number; reason: MissingReason; foundationalRequirement: FoundationalRequirement }
  >;
  countermeasures: ReadonlyArray<CheckedRow & { note: string }>;
};

type SelfCheckListProps = {
  checks: ReadonlyArray<SelfCheck>;
  request: { id: string; slTarget: SlVector };
  sentDeclarationId: string | null;
  mayDeclare: boolean;
};

/** How each declaration of the supplier would come out, before anything is sent. */
export function SelfCheckList({ checks, request, sentDeclarationId, mayDeclare }: SelfCheckListProps) {
  const { t } = useTranslation("declaration");
  if (checks.length === 0)
    return (
      <EmptyState
        icon="document"
        title={t("selfCheck.none")}
        action={<ButtonLink to={paths.products()}>{t("selfCheck.toProducts")}</ButtonLink>}
      >
        {t("selfCheck.noneText")}
      </EmptyState>
    );
  return (
    <div className="grid gap-3">
      {checks.map((check) => (
        <OneCheck
          key={check.declarationId}
          check={check}
          request={request}
          isSent={check.declarationId === sentDeclarationId}
          mayDeclare={mayDeclare && check.state === "signed" && check.declarationId !== sentDeclarationId}
        />
      ))}
    </div>
  );
}

type OneCheckProps = {
  check: SelfCheck;
  request: SelfCheckListProps["request"];
  isSent: boolean;
  mayDeclare: boolean;
};

function OneCheck({ check, request, isSent, mayDeclare }: OneCheckProps) {
  const { t } = useTranslation("declaration");
  const { declarationId, version, state, productName, releaseVersion, slCapability } = check;
  const name = t("selfCheck.name", { product: productName, release: releaseVersion, version });
  return (
    <Panel
      level={3}
      title={name}
      actions={
        <>
          <ButtonLink
            to={`${paths.declaration(declarationId)}?request=${encodeURIComponent(request.id)}`}
            size="small"
          >
            {state === "draft" ? t("selfCheck.continue") : t("selfCheck.open")}
          </ButtonLink>
          <ButtonLink to={`?declaration=${encodeURIComponent(declarationId)}#open-points`} size="small">
            {t("openPoints.show")}
          </ButtonLink>
          {mayDeclare ? (
            <Form method="post">
              <input type="hidden" name="intent" value="declare" />
              <input type="hidden" name="declarationId" value={declarationId} />
              <SubmitButton size="small">{t("selfCheck.send")}</SubmitButton>
            </Form>
          ) : null}
        </>
      }
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <VerdictBadge verdict={check.verdict} />
        <StateBadge state={isSent ? "answered" : state} />
        <LevelStrip
          labels
          title={name}
          target={request.slTarget}
          reached={slCapability.native}
          withCountermeasures={slCapability.withCountermeasures}
        />
      </div>
      {check.missing.length > 0 ? (
        <Disclosure summary={t("selfCheck.missing", { count: check.missing.length })}>
          <ul className="grid gap-1">
            {check.missing.map((row) => (
              <li key={row.requirementId}>
                <strong>{row.requirementId}</strong> {row.title} ({row.foundationalRequirement},{" "}
                {t("row.level", { level: row.minSl })}): {t(`reason.${row.reason}`)}{" "}
                <VerifyMark confidence={row.confidence} conflict={row.conflict} />
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
      {check.countermeasures.length > 0 ? (
        <Disclosure summary={t("selfCheck.countermeasures", { count: check.countermeasures.length })}>
          <ul className="grid gap-1">
            {check.countermeasures.map((row) => (
              <li key={row.requirementId}>
                <strong>{row.requirementId}</strong> {row.title}: {row.note || t("selfCheck.noNote")}
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </Panel>
  );
}
