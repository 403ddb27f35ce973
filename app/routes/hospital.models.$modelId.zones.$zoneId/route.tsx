import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunction, useLoaderData } from "@remix-run/react";
import { ZoneQuestions } from "~/components/assessment/zone-questions";
import { ButtonLink } from "~/components/button-link";
import { Callout } from "~/components/callout";
import { CountermeasurePanel } from "~/components/countermeasure/countermeasure-panel";
import { LawPanel } from "~/components/law/law-panel";
import { ProfileGroups } from "~/components/model/profile-groups";
import { ProfileTypes } from "~/components/model/profile-types";
import { ZoneFacts } from "~/components/model/zone-facts";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { fieldsOfForm } from "~/components/policy/policy-form";
import { ZoneChannels } from "~/components/policy/zone-channels";
import { ZoneContents } from "~/components/policy/zone-contents";
import { ZoneEvidence } from "~/components/policy/zone-evidence";
import { ZoneMeasures } from "~/components/policy/zone-measures";
import { ZONE_POLICY_FORM, ZonePolicyForm } from "~/components/policy/zone-policy-form";
import { ZonePolicyList } from "~/components/policy/zone-policy-list";
import { Section } from "~/components/section";
import { readForm, respond } from "~/http/respond.server";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentZoneProfile } from "~/presenters/present-zone-profile.server";
import { saveZonePolicy } from "./save-zone-policy.server";

/** After a refusal too: it may be one because the draft has changed. */
export const shouldRevalidate: ShouldRevalidateFunction = () => true;

export function loader(args: LoaderFunctionArgs) {
  const { modelId = "", zoneId = "" } = args.params;
  const asked = new URL(args.request.url).searchParams.getAll("types").flatMap((types) => types.split(","));
  return respond(args, (caller) => presentZoneProfile(caller, modelId, zoneId, asked));
}

export async function action(args: ActionFunctionArgs) {
  const { modelId = "", zoneId = "" } = args.params;
  const { policy, version } = await readForm(args.request);
  const typed = fieldsOfForm(policy);
  const refusal = await respond(args, (caller) =>
    saveZonePolicy(caller, { modelId, zoneId, version, typed }),
  );
  if (!refusal) return redirect(`${paths.zoneProfile(modelId, zoneId)}#own-policy`, 303);
  return data({ form: ZONE_POLICY_FORM, typed, refusal } as const, { status: 422 });
}

export default function ZoneProfilePage() {
  const { t } = useTranslation("model");
  const page = useLoaderData<typeof loader>();
  const outcome = useOutcome<typeof action>();
  const { modelId, zone, basis } = page;
  const actions = (
    <>
      <ButtonLink to={paths.elementRisk(modelId, { kind: "zone", id: zone.id })}>
        {t("risk:panel.assess")}
      </ButtonLink>
      {zone.slTarget && basis.kind === "revision" ? (
        <ButtonLink to={paths.zonePackage(modelId, zone.id)} icon="download" reloadDocument>
          {t("tender:package.download")}
        </ButtonLink>
      ) : null}
      {page.mayTakeEvidence ? (
        <ButtonLink to={paths.evidencePacks({ kind: "zone", zone: `${modelId}/${zone.id}` })}>
          {t("pack:page.open")}
        </ButtonLink>
      ) : null}
      {page.mayAsk ? (
        <ButtonLink to={paths.newRequest({ model: modelId, zone: zone.id })} variant="primary" icon="mail">
          {t("profile.ask")}
        </ButtonLink>
      ) : null}
    </>
  );
  return (
    <>
      <Section
        title={t("profile.title", { zone: zone.name })}
        description={t("profile.description")}
        actions={actions}
      >
        {basis.kind === "draft" ? (
          <Callout tone="warning" title={t("profile.draft")}>
            {t(page.isNewInDraft ? "profile.newInDraft" : "profile.neverPublished")}
          </Callout>
        ) : (
          <p className="text-muted">{t("profile.ofRevision", { number: basis.number })}</p>
        )}
        <ZoneContents hasTarget={zone.slTarget !== null} isPublished={basis.kind === "revision"} />
        <ZoneFacts zone={zone} protocols={page.protocols} />
      </Section>
      <Section
        id="requirements"
        title={t("profile.requirements", { count: page.demanded })}
        description={t("profile.requirementsText", { count: page.toVerify, version: page.catalogueVersion })}
      >
        <ProfileTypes types={page.types} />
        {zone.slTarget ? (
          <ProfileGroups groups={page.groups} />
        ) : (
          <Callout tone="info" title={t("profile.noTarget")}>
            {t("profile.noTargetText")}
          </Callout>
        )}
      </Section>
      <CountermeasurePanel modelId={modelId} zoneId={zone.id} slTarget={zone.slTarget} ledger={page.ledger} />
      <ZonePolicyList {...page.policy} />
      <ZonePolicyForm modelId={modelId} own={page.own} outcome={outcome} />
      {page.evidence ? <ZoneEvidence evidence={page.evidence} /> : null}
      <ZoneChannels channels={page.channels} />
      <LawPanel law={page.law} />
      <ZoneMeasures measures={page.measures} standing={page.standing} />
      {basis.kind === "revision" && zone.slTarget ? (
        <ZoneQuestions modelId={modelId} zoneId={zone.id} />
      ) : null}
    </>
  );
}
