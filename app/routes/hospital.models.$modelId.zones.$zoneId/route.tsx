import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { Callout } from "~/components/callout";
import { ProfileGroups } from "~/components/model/profile-groups";
import { ProfileTypes } from "~/components/model/profile-types";
import { ZoneFacts } from "~/components/model/zone-facts";
import { Section } from "~/components/section";
import { respond } from "~/http/respond.server";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentZoneProfile } from "~/presenters/present-zone-profile.server";

export function loader(args: LoaderFunctionArgs) {
  const { modelId = "", zoneId = "" } = args.params;
  const asked = new URL(args.request.url).searchParams.getAll("types").flatMap((types) => types.split(","));
  return respond(args, (caller) => presentZoneProfile(caller, modelId, zoneId, asked));
}

export default function ZoneProfilePage() {
  const { t } = useTranslation("model");
  const page = useLoaderData<typeof loader>();
  const { modelId, zone, basis } = page;
  const ask = page.mayAsk ? (
    <ButtonLink to={paths.newRequest({ model: modelId, zone: zone.id })} variant="primary" icon="mail">
      {t("profile.ask")}
    </ButtonLink>
  ) : undefined;
  return (
    <>
      <Section
        title={t("profile.title", { zone: zone.name })}
        description={t("profile.description")}
        actions={ask}
      >
        {basis.kind === "draft" ? (
          <Callout tone="warning" title={t("profile.draft")}>
            {t(page.isNewInDraft ? "profile.newInDraft" : "profile.neverPublished")}
          </Callout>
        ) : (
          <p className="text-muted">{t("profile.ofRevision", { number: basis.number })}</p>
        )}
        <ZoneFacts zone={zone} protocols={page.protocols} />
      </Section>
      <Section
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
    </>
  );
}
