import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { AskedRequest } from "~/components/account/asked-request";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { noteMissedLink, refuseLinkTrials } from "~/http/link-throttle.server";
import { readForm, respond, respondOpenly } from "~/http/respond.server";
import { findSignedIn, readSessionToken, toVisitor, writeSessionCookie } from "~/http/session.server";
import { pageTitle } from "~/i18n/page-title";
import { paths } from "~/paths";
import { presentAskedRequest, presentDeclinedRequest } from "~/presenters/present-asked-request.server";
import { acceptInvitation } from "~/use-cases/accounts/accept-invitation.server";
import { startSession } from "~/use-cases/accounts/sign-in.server";
import { switchOrganisation } from "~/use-cases/accounts/switch-organisation.server";
import { adoptRequest } from "~/use-cases/requests/adopt-request.server";
import { declineAskedRequest } from "~/use-cases/requests/decline-asked-request.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("account:asked.pageTitle"));

export const loader = (args: LoaderFunctionArgs) =>
  respondOpenly(args, async () => {
    const { clientAddress, now } = args.context;
    refuseLinkTrials(clientAddress, now);
    const signedIn = await findSignedIn(args.request, args.context);
    const token = args.params.token ?? "";
    const visitor = toVisitor(args.context);
    const page = await presentAskedRequest(visitor, token, signedIn?.session.personId);
    const declined = page ? null : await presentDeclinedRequest(visitor, token);
    if (!page && !declined) noteMissedLink(clientAddress, now);
    return { page, declined, token, here: paths.askedRequest(token) };
  });

export async function action(args: ActionFunctionArgs) {
  const { intent, organisationId, ...values } = await readForm(args.request);
  if (intent === "answer-as") return answerAs(args, String(organisationId));
  if (intent === "decline") return declineByLink(args, values);
  const { request, context, params } = args;
  const visitor = toVisitor(context);
  const outcome = await respondOpenly(args, async () => {
    refuseLinkTrials(context.clientAddress, context.now);
    return acceptInvitation(visitor, { ...values, token: params.token ?? "" }, context);
  });
  if (!outcome.ok) {
    const { refusal } = outcome;
    if (refusal.code === "invitation-not-open") noteMissedLink(context.clientAddress, context.now);
    return data({ refusal }, { status: refusal.code === "too-many-attempts" ? 429 : 422 });
  }
  const { personId, organisationId: joined, requestId } = outcome.value;
  const session = await respondOpenly(args, async () =>
    startSession(visitor, {
      ...{ personId, organisationId: joined },
      userAgent: request.headers.get("User-Agent") ?? "",
      previousToken: await readSessionToken(request, context),
    }),
  );
  if (!session.ok) return redirect(paths.signIn());
  return redirect(requestId ? paths.receivedRequest(requestId) : paths.home(), {
    status: 303,
    headers: { "Set-Cookie": await writeSessionCookie(context, session.value.token) },
  });
}

/** Somebody with an account of a supplier answers for it: they act for it from here on. */
async function answerAs(args: ActionFunctionArgs, organisationId: string) {
  const { request, context, params } = args;
  const session = await readSessionToken(request, context);
  await respondOpenly(args, () =>
    switchOrganisation(toVisitor(context), { token: session ?? "none", organisationId }),
  );
  const outcome = await respond(args, (caller) => adoptRequest(caller, { token: params.token ?? "" }));
  if (!outcome.ok) return data({ refusal: outcome.refusal }, { status: 422 });
  return redirect(paths.receivedRequest(outcome.value.id), 303);
}

/** Somebody without an account says no. */
async function declineByLink(args: ActionFunctionArgs, values: Record<string, unknown>) {
  const { context, params } = args;
  const token = params.token ?? "";
  const outcome = await respondOpenly(args, async () => {
    refuseLinkTrials(context.clientAddress, context.now);
    return declineAskedRequest(toVisitor(context), { ...values, token });
  });
  if (outcome.ok) return redirect(paths.askedRequest(token), 303);
  const { refusal } = outcome;
  if (refusal.code === "invitation-not-open") noteMissedLink(context.clientAddress, context.now);
  return data({ declineRefusal: refusal, reason: String(values.reason ?? "") }, { status: 422 });
}

export default function AskedRequestPage() {
  const outcome = useOutcome<typeof action>();
  return (
    <AskedRequest
      {...useLoaderData<typeof loader>()}
      refusal={outcome && "refusal" in outcome ? outcome.refusal : undefined}
      declineRefusal={outcome && "declineRefusal" in outcome ? outcome.declineRefusal : undefined}
      declineReason={outcome && "reason" in outcome ? outcome.reason : ""}
    />
  );
}
