import type { LoaderFunctionArgs } from "@remix-run/node";
import { attachment } from "~/http/attachment.server";
import { respond } from "~/http/respond.server";
import { requireNoted } from "~/http/step-up.server";
import { languageOfHeader } from "~/i18n/resources";
import { presentCalendarFile } from "~/presenters/present-calendar-file.server";
import { exportCalendar } from "~/use-cases/calendar/export-calendar.server";
import { calendarWords } from "./words";

/** What the calendar shows under the same query, as a file. */
export async function loader(args: LoaderFunctionArgs) {
  const { request, params } = args;
  const { origin, searchParams } = new URL(request.url);
  const { file = "" } = params;
  const query = {
    month: searchParams.get("month"),
    kind: searchParams.get("kind"),
    of: searchParams.get("of"),
  };
  const words = calendarWords(languageOfHeader(request.headers.get("Accept-Language")), origin);
  return attachment(
    await respond(args, async (caller) => {
      requireNoted(await exportCalendar(caller, { file }), "there is no such file");
      return presentCalendarFile(caller, { file, query }, words);
    }),
  );
}
