import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { BrokenTable } from "~/components/assessment/broken-table";
import { JudgedNote } from "~/components/assessment/judged-note";
import { ButtonLink } from "~/components/button-link";
import { EmptyState } from "~/components/empty-state";
import { FormActions } from "~/components/form-actions";
import { LevelStrip } from "~/components/level-strip";
import { LevelVectorField } from "~/components/level-vector-field";
import { Panel } from "~/components/panel";
import { Section } from "~/components/section";
import { SubmitButton } from "~/components/submit-button";
import { toNotation } from "~/domain/security-level/security-level";
import { respond } from "~/http/respond.server";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentWhatIf } from "~/presenters/present-what-if.server";

export const loader = (args: LoaderFunctionArgs) => {
  const { modelId = "", zoneId = "" } = args.params;
  const search = new URL(args.request.url).searchParams;
  return respond(args, (caller) => presentWhatIf(caller, modelId, zoneId, (fr) => search.get(`to.${fr}`)));
};

export default function WhatIfPage() {
  const { t } = useTranslation("questions");
  const page = useLoaderData<typeof loader>();
  const { modelId, zone, slTarget } = page;
  return (
    <Section
      title={t("whatIf.title", { zone: zone.name })}
      description={t("whatIf.description")}
      actions={
        <>
          <ButtonLink to={paths.zoneProfile(modelId, zone.id)}>{t("candidates.toZone")}</ButtonLink>
          <ButtonLink to={paths.zoneProducts(modelId, zone.id)}>{t("links.candidates")}</ButtonLink>
        </>
      }
    >
      {zone.slTarget && slTarget ? (
        <>
          <Panel>
            <Form method="get" className="grid gap-4" key={toNotation(slTarget)}>
              <LevelVectorField
                name="to"
                legend={t("whatIf.legend")}
                hint={t("whatIf.hint", { levels: toNotation(zone.slTarget) })}
                defaultValue={slTarget}
              />
              <FormActions>
                <SubmitButton>{t("whatIf.submit")}</SubmitButton>
                {page.isChanged ? (
                  <ButtonLink to={paths.whatIf(modelId, zone.id)}>{t("whatIf.reset")}</ButtonLink>
                ) : null}
              </FormActions>
            </Form>
            <div className="flex flex-wrap gap-x-10 gap-y-4">
              <Tried label={t("whatIf.today")} target={zone.slTarget} />
              <Tried label={t("whatIf.tried")} target={slTarget} />
            </div>
          </Panel>
          <Outcome page={page} />
        </>
      ) : (
        <EmptyState title={t("candidates.noTarget")} icon="zone">
          {t("candidates.noTargetText")}
        </EmptyState>
      )}
    </Section>
  );
}

function Tried({ label, target }: { label: string; target: Parameters<typeof toNotation>[0] }) {
  return (
    <figure className="grid gap-1">
      <LevelStrip size="large" labels title={label} target={target} />
      <figcaption className="text-sm">{label}</figcaption>
    </figure>
  );
}

function Outcome({ page }: { page: ReturnType<typeof useLoaderData<typeof loader>> }) {
  const { t } = useTranslation("questions");
  const { modelId, zone, broken, judged, undeclaredAssets } = page;
  if (!page.isChanged) return <EmptyState title={t("whatIf.choose")}>{t("whatIf.chooseText")}</EmptyState>;
  if (page.raised.length === 0)
    return <EmptyState title={t("whatIf.lower")}>{t("whatIf.lowerText")}</EmptyState>;
  return (
    <>
      {broken.length === 0 ? (
        <EmptyState title={t("whatIf.none")} icon="check-circle">
          {t("whatIf.noneText")}
        </EmptyState>
      ) : (
        <BrokenTable modelId={modelId} zoneId={zone.id} broken={broken} />
      )}
      <JudgedNote of="candidates" {...judged} />
      {undeclaredAssets > 0 ? (
        <p className="text-muted text-sm">{t("whatIf.undeclared", { count: undeclaredAssets })}</p>
      ) : null}
    </>
  );
}
