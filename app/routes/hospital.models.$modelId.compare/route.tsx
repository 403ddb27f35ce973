import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { Button } from "~/components/button";
import { ButtonLink } from "~/components/button-link";
import { Callout } from "~/components/callout";
import { DeviceSection } from "~/components/review/device-table";
import { DifferenceSection } from "~/components/review/difference-section";
import { useStateName } from "~/components/review/state-name";
import { ChangedWaivers } from "~/components/review/waiver-table";
import { Section } from "~/components/section";
import { SelectField } from "~/components/select-field";
import { DifferenceDrawing } from "~/diagram/drawing/difference-drawing";
import { drawDifference } from "~/diagram/drawing/drawing";
import { respond } from "~/http/respond.server";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentComparisonOfStates } from "~/presenters/present-comparison-of-states.server";

export const loader = async (args: LoaderFunctionArgs) => {
  const search = new URL(args.request.url).searchParams;
  const query = {
    ...{ from: search.get("from"), to: search.get("to") },
    ...{ kind: search.get("kind"), change: search.get("change") },
  };
  const { page, states } = await respond(args, (caller) =>
    presentComparisonOfStates(caller, args.params.modelId ?? "", query),
  );
  return { ...page, drawing: drawDifference(states.before, states.after) };
};

export default function CompareStatesPage() {
  const { t } = useTranslation("review");
  const nameOf = useStateName();
  const page = useLoaderData<typeof loader>();
  const { modelId, waivers, drawing } = page;
  const [from, to] = [nameOf(page.from), nameOf(page.to)];
  const options = page.names.map((name) => ({ value: name, label: nameOf(name) }));
  const between = t("compare.between", { from, to });
  return (
    <>
      <Section
        title={t("compare.title")}
        description={t("compare.description")}
        actions={
          <ButtonLink to={paths.compareStates(modelId, { from: page.to, to: page.from })} icon="redo">
            {t("compare.swap")}
          </ButtonLink>
        }
      >
        <Form method="get" className="flex flex-wrap items-end gap-3">
          <SelectField
            key={`from ${page.from}`}
            name="from"
            label={t("compare.from")}
            options={options}
            defaultValue={page.from}
          />
          <SelectField
            key={`to ${page.to}`}
            name="to"
            label={t("compare.to")}
            options={options}
            defaultValue={page.to}
          />
          <Button type="submit" variant="primary">
            {t("compare.submit")}
          </Button>
        </Form>
        {page.from === page.to ? <Callout tone="info">{t("compare.same")}</Callout> : null}
      </Section>
      {page.total > 0 ? (
        <Section title={t("drawing.title")} description={t("drawing.text", { from, to })}>
          <DifferenceDrawing
            drawing={drawing}
            from={from}
            to={to}
            rowsAt={paths.compareStates(modelId, { from: page.from, to: page.to })}
          />
        </Section>
      ) : null}
      <DifferenceSection {...page} description={between} />
      <ChangedWaivers waivers={waivers} />
      <DeviceSection {...page} />
    </>
  );
}
