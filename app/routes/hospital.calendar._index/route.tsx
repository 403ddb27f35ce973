import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { revalidateAfterRefusal } from "~/components/after-refusal";
import { CalendarPage } from "~/components/calendar/calendar-page";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { AppError } from "~/domain/shared/app-error";
import { respond } from "~/http/respond.server";
import { respondWithStepUp } from "~/http/step-up.server";
import { pageTitle } from "~/i18n/page-title";
import { paths } from "~/paths";
import { presentCalendar } from "~/presenters/present-calendar.server";
import { makeCalendarFeed } from "~/use-cases/calendar/make-calendar-feed.server";
import { revokeCalendarFeed } from "~/use-cases/calendar/revoke-calendar-feed.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("calendar:pageTitle"));

export const loader = (args: LoaderFunctionArgs) => {
  const search = new URL(args.request.url).searchParams;
  const query = {
    month: search.get("month"),
    kind: search.get("kind"),
    of: search.get("of"),
    view: search.get("view"),
    page: Number(search.get("page") ?? 1),
  };
  return respond(args, async (caller) => ({
    ...(await presentCalendar(caller, query)),
    needsPassword: !caller.isSteppedUp,
  }));
};

export function action(args: ActionFunctionArgs) {
  return respondWithStepUp(args, async ({ values: { intent }, attempt }) => {
    const told = { url: null, isRevoked: intent === "revoke-feed", refusal: undefined };
    if (intent === "revoke-feed") {
      await attempt((caller) => revokeCalendarFeed(caller, {}));
      return data(told);
    }
    const made = await attempt((caller) => makeCalendarFeed(caller, {}));
    if (made.ok) {
      const url = new URL(paths.calendarFeed(made.value.token), args.request.url).toString();
      return data({ ...told, url });
    }
    if (made.refusal.code !== "step-up") throw new AppError("forbidden", "the form has no fields");
    return data({ ...told, refusal: made.refusal }, { status: 422 });
  });
}

export const shouldRevalidate = revalidateAfterRefusal;

export default function CalendarRoute() {
  const page = useLoaderData<typeof loader>();
  const { refusal, url, isRevoked } = useOutcome<typeof action>() ?? { url: null, isRevoked: false };
  const stepUp = { isNeeded: page.needsPassword, refusal };
  return <CalendarPage {...page} feed={{ url, isRevoked, stepUp }} />;
}
