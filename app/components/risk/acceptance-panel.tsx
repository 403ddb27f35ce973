import { Form } from "@remix-run/react";
import { Callout } from "~/components/callout";
import { DateText } from "~/components/date-text";
import { Disclosure } from "~/components/disclosure";
import { FormActions } from "~/components/form-actions";
import { FormError } from "~/components/form-error";
import { LevelStrip } from "~/components/level-strip";
import { Panel } from "~/components/panel";
import { SubmitButton } from "~/components/submit-button";
import { TextArea } from "~/components/text-area";
import { FOUNDATIONAL_REQUIREMENTS } from "~/domain/security-level/security-level";
import { formatList } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Link } from "../link";
import { KeptNotice } from "./kept-notice";
import { firstOf } from "./risk-form";
import type { RiskOutcome } from "./risk-outcome";
import type { RiskPageParts } from "./risk-parts";
import { useKeptForm } from "./use-kept-fields";
import { useRiskPath } from "./use-risk-path";
import { WithdrawForm } from "./withdraw-form";
import { Withdrawn } from "./withdrawn";

/** Who stands by the target, what was changed since, and the word of a second person (ZCR 5.6, 7.1). */
export function AcceptancePanel({
  page,
  outcome,
}: {
  page: RiskPageParts;
  outcome: RiskOutcome | undefined;
}) {
  const { t } = useTranslation("risk");
  const { acceptance } = page;
  const [latest, ...earlier] = acceptance.accepted;
  return (
    <Panel level={3} title={t("acceptance.title")} id="acceptance">
      {latest && acceptance.standing === "accepted" ? (
        <Callout tone="success">
          <p>
            {t("acceptance.by", { name: latest.by })} <DateText value={latest.at} time />
          </p>
          {latest.note ? <p>{latest.note}</p> : null}
          <WhatWasAccepted page={page} acceptanceId={latest.id} />
        </Callout>
      ) : null}
      {latest?.withdrawn ? (
        <Callout tone="warning">
          <p>
            {t("acceptance.by", { name: latest.by })} <DateText value={latest.at} time />
          </p>
          <Withdrawn withdrawal={latest.withdrawn} />
          <WhatWasAccepted page={page} acceptanceId={latest.id} />
        </Callout>
      ) : null}
      {latest && acceptance.standing === "changed" ? <Changed page={page} /> : null}
      {latest ? null : <p className="text-muted">{t("acceptance.none")}</p>}
      {latest && acceptance.mayWithdraw ? (
        <WithdrawForm page={page} acceptanceId={latest.id} outcome={outcome} />
      ) : null}
      {acceptance.mayAccept ? <AcceptForm page={page} outcome={outcome} /> : <WhyNot page={page} />}
      {earlier.length > 0 ? (
        <Disclosure summary={t("acceptance.earlier", { count: earlier.length })}>
          <ul className="rule-defaults">
            {earlier.map(({ id, by, at, note, slTarget, withdrawn }) => (
              <li key={id}>
                <LevelStrip target={slTarget} size="small" /> {t("acceptance.by", { name: by })}{" "}
                <DateText value={at} time /> {note} <WhatWasAccepted page={page} acceptanceId={id} />
                {withdrawn ? <Withdrawn withdrawal={withdrawn} /> : null}
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </Panel>
  );
}

/** To the whole of it, as it then was. */
function WhatWasAccepted({ page, acceptanceId }: { page: RiskPageParts; acceptanceId: string }) {
  const { t } = useTranslation("risk");
  return (
    <Link to={paths.elementRisk(page.modelId, page.element, { step: "summary", accepted: acceptanceId })}>
      {t("acceptance.read")}
    </Link>
  );
}

/** The difference to what was accepted: the levels, and who changed what. */
function Changed({ page }: { page: RiskPageParts }) {
  const { t } = useTranslation("risk");
  const language = useLanguage();
  const { acceptance, target } = page;
  const [latest] = acceptance.accepted;
  if (!latest) return null;
  const now = target.slTarget;
  const levels = FOUNDATIONAL_REQUIREMENTS.filter((fr) => now?.[fr] !== latest.slTarget[fr]);
  return (
    <Callout tone="warning" title={t("acceptance.changed")}>
      <p>
        {t("acceptance.by", { name: latest.by })} <DateText value={latest.at} time />. {latest.note}{" "}
        <WhatWasAccepted page={page} acceptanceId={latest.id} />
      </p>
      <ul className="rule-defaults">
        {levels.length === 0 ? <li>{t("acceptance.sameLevels")}</li> : null}
        {levels.map((fr) => (
          <li key={fr}>
            {t("acceptance.level", { fr, before: latest.slTarget[fr], after: now?.[fr] ?? "–" })}
          </li>
        ))}
        {acceptance.changes.map(({ by, at, fields }) => (
          <li key={`${at} ${by}`}>
            {t("acceptance.edit", {
              name: by,
              fields: formatList(
                fields.map((field) => t(`acceptance.field.${field}`)),
                language,
              ),
            })}{" "}
            <DateText value={at} time />
          </li>
        ))}
      </ul>
    </Callout>
  );
}

function WhyNot({ page }: { page: RiskPageParts }) {
  const { t } = useTranslation("risk");
  const language = useLanguage();
  const { acceptance, target, element } = page;
  if (acceptance.standing === "accepted") return null;
  if (!target.slTarget)
    return <p>{t(element.kind === "conduit" ? "refusal.no-target" : "acceptance.noTarget")}</p>;
  if (acceptance.isLead && acceptance.isAuthor) return <p>{t("refusal.same-person")}</p>;
  return <p>{t("acceptance.waits", { names: formatList(acceptance.authors, language) })}</p>;
}

function AcceptForm({ page, outcome }: { page: RiskPageParts; outcome: RiskOutcome | undefined }) {
  const { t } = useTranslation("risk");
  const pathOf = useRiskPath(page);
  const language = useLanguage();
  const { acceptance, residual, target } = page;
  const own = outcome?.form === "accept" ? outcome : undefined;
  const errors = own?.refusal.code === "invalid-input" ? own.refusal.fields : {};
  const { kept, handlers } = useKeptForm(
    page,
    "accept",
    `${target.fingerprint} ${acceptance.accepted.length}`,
  );
  const typed = own?.typed ?? kept;
  const needsNote = page.hasAssessment && residual.aboveTolerable.length + residual.open.length > 0;
  return (
    <Form
      method="post"
      action={pathOf("target")}
      className="grid grid-cols-1 gap-3"
      key={kept ? "kept" : "drawn"}
      noValidate
      preventScrollReset
      {...handlers}
    >
      <input type="hidden" name="form" value="accept" />
      <input type="hidden" name="fingerprint" value={target.fingerprint} />
      <FormError errors={errors} labels={{ note: t("acceptance.note") }} />
      {kept ? <KeptNotice /> : null}
      <p>{t("acceptance.text", { names: formatList(acceptance.authors, language) })}</p>
      <TextArea
        name="note"
        label={t("acceptance.note")}
        hint={t(needsNote ? "acceptance.noteNeeded" : "acceptance.noteHint")}
        optional={!needsNote}
        defaultValue={typed ? firstOf(typed, "note") : undefined}
        errors={errors.note}
        maxLength={2000}
        rows={2}
      />
      <FormActions>
        <SubmitButton icon="check">{t("acceptance.accept")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
