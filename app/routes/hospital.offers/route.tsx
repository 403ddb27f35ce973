import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { Callout } from "~/components/callout";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { OfferStep } from "~/components/offers/offer-step";
import { useOfferWords } from "~/components/offers/offer-words";
import { ZoneStep } from "~/components/offers/zone-step";
import { Page } from "~/components/page";
import { readForm, respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentOffers } from "~/presenters/present-offers.server";
import { writeOfferNote } from "~/use-cases/offers/write-offer-note.server";
import { Comparison } from "./comparison";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("offers:pageTitle"));

export const loader = async (args: LoaderFunctionArgs) => {
  const search = new URL(args.request.url).searchParams;
  const declarations = search.getAll("declaration");
  // A form that offers zones of several models sends both ids as one; the address to keep has them apart.
  const [model, zone] = search.get("place")?.split("/") ?? [];
  if (model && zone) throw redirect(paths.offers({ model, zone, declarations }));
  const query = {
    model: search.get("model"),
    zone: search.get("zone"),
    declarations,
    show: search.get("show"),
    find: search.get("find"),
  };
  return respond(args, (caller) => presentOffers(caller, query));
};

/** A note is saved; the zone is that of the address. */
export async function action(args: ActionFunctionArgs) {
  const search = new URL(args.request.url).searchParams;
  const values = await readForm(args.request);
  const place = { modelId: search.get("model") ?? "", zoneId: search.get("zone") ?? "" };
  const outcome = await respond(args, (caller) => writeOfferNote(caller, { ...values, ...place }));
  if (!outcome.ok) return data({ refusal: outcome.refusal, values }, { status: 422 });
  const query = {
    model: place.modelId,
    zone: place.zoneId,
    declarations: search.getAll("declaration"),
    show: search.get("show") ?? "",
    find: search.get("find") ?? "",
  };
  return redirect(`${paths.offers(query)}&saved=${outcome.value.version}#notes`, 303);
}

export default function OffersPage() {
  const { t } = useTranslation("offers");
  const { day } = useOfferWords();
  const page = useLoaderData<typeof loader>();
  const outcome = useOutcome<typeof action>();
  const breadcrumb = [{ label: t("assessment:matrix.title"), to: paths.matrix() }];
  if (page.step === "zone")
    return (
      <Page
        title={t("titleWithoutZone")}
        description={t("chooseZone.description")}
        breadcrumb={breadcrumb}
        width="text"
      >
        <ZoneStep zones={page.zones} />
      </Page>
    );
  if (page.step === "offers")
    return (
      <Page title={t("title", { zone: page.zone.name })} breadcrumb={breadcrumb} width="text">
        <OfferStep {...page} key={page.chosen.count} />
      </Page>
    );
  const { zone } = page;
  return (
    <Page
      title={t("title", { zone: zone.name })}
      description={t("description", { number: zone.revisionNumber, date: day(page.asOf) })}
      breadcrumb={[
        { label: zone.modelName, to: paths.modelProducts(zone.modelId) },
        { label: zone.name, to: paths.zoneProducts(zone.modelId, zone.id) },
      ]}
      width="full"
    >
      {outcome && outcome.refusal.code !== "invalid-input" ? (
        <Callout tone="danger" title={t("notes.unwritten")} live>
          {t(`notes.refusal.${outcome.refusal.code}`)}
        </Callout>
      ) : null}
      <Comparison page={page} outcome={outcome} />
    </Page>
  );
}
