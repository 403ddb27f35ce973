import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunction, useLoaderData } from "@remix-run/react";
import { LinkingPage } from "~/components/linking/linking-page";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { useSentenceText } from "~/diagram/editing/use-change-text";
import { readForm, respond } from "~/http/respond.server";
import { useTranslation } from "~/i18n/use-translation";
import { presentLinking } from "~/presenters/present-linking.server";
import { takeLinks } from "./take-links.server";

/** After a refusal too: it may be one because the model has changed. */
export const shouldRevalidate: ShouldRevalidateFunction = () => true;

export function loader(args: LoaderFunctionArgs) {
  const search = new URL(args.request.url).searchParams;
  const query = {
    ...{ show: search.get("show"), grade: search.get("grade"), find: search.get("find") },
    ...{
      page: Number(search.get("page") ?? 1),
      choose: search.get("choose"),
      product: search.get("product"),
    },
  };
  return respond(args, (caller) => presentLinking(caller, args.params.modelId ?? "", query));
}

export async function action(args: ActionFunctionArgs) {
  const { modelId = "" } = args.params;
  const values = await readForm(args.request);
  const taken = await respond(args, (caller) => takeLinks(caller, modelId, values));
  if (!taken.ok) return data({ refusal: taken.refusal }, { status: 422 });
  const { pathname, searchParams } = new URL(args.request.url);
  for (const name of ["_data", "linked", "unlinked", "choose", "product", "tick"]) searchParams.delete(name);
  for (const [name, count] of Object.entries(taken.value)) searchParams.set(name, String(count));
  const query = searchParams.size > 0 ? `?${searchParams}` : "";
  return redirect(`${pathname.replace(/\.data$/, "")}${query}`, 303);
}

export default function ModelLinkingPage() {
  const { t } = useTranslation("table");
  const sentenceText = useSentenceText();
  const { steps, ...page } = useLoaderData<typeof loader>();
  const offer = (name: "undo" | "redo") => {
    const step = steps[name];
    if (!step) return null;
    const sentence = sentenceText(step.sentence);
    const change = step.more > 0 ? t("steps.more", { sentence }) : sentence;
    return { version: step.version, words: t(`steps.${name}`, { change }) };
  };
  return (
    <LinkingPage
      key={page.modelId}
      {...page}
      offers={{ undo: offer("undo"), redo: offer("redo") }}
      refusal={useOutcome<typeof action>()?.refusal}
    />
  );
}
