import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { CalendarPage } from "~/components/calendar/calendar-page";
import { AppError } from "~/domain/shared/app-error";
import { readForm, respond } from "~/http/respond.server";
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
  return respond(args, (caller) => presentCalendar(caller, query));
};

export async function action(args: ActionFunctionArgs) {
  const { intent } = await readForm(args.request);
  if (intent === "revoke-feed") {
    await respond(args, (caller) => revokeCalendarFeed(caller, {}));
    return { url: null, isRevoked: true };
  }
  const made = await respond(args, (caller) => makeCalendarFeed(caller, {}));
  if (!made.ok) throw new AppError("forbidden", "the form has no fields");
  const url = new URL(paths.calendarFeed(made.value.token), args.request.url).toString();
  return { url, isRevoked: false };
}

export default function CalendarRoute() {
  const feed = useActionData<typeof action>() ?? { url: null, isRevoked: false };
  return <CalendarPage {...useLoaderData<typeof loader>()} feed={feed} />;
}
