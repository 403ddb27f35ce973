import { createHash } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { AppError } from "~/domain/shared/app-error";
import { noteMissedLink, refuseLinkTrials } from "~/http/link-throttle.server";
import { respondOpenly } from "~/http/respond.server";
import { toVisitor } from "~/http/session.server";
import { languageOfHeader } from "~/i18n/resources";
import { presentCalendarFeed } from "~/presenters/present-calendar-feed.server";
import { calendarWords } from "~/routes/hospital.calendar.export.$file/words";

/** What ends, for calendar programs: no session, only the secret in the address `/calendar/<token>.ics`. */
export const loader = (args: LoaderFunctionArgs) =>
  respondOpenly(args, async () => {
    const { request, context, params } = args;
    const { clientAddress, now } = context;
    refuseLinkTrials(clientAddress, now);
    const [, token = ""] = /^([A-Za-z0-9_-]{1,200})\.ics$/.exec(params.file ?? "") ?? [];
    const language = languageOfHeader(request.headers.get("Accept-Language"));
    const words = calendarWords(language, new URL(request.url).origin);
    const feed = await presentCalendarFeed(toVisitor(context), token, words);
    if (!feed) {
      noteMissedLink(clientAddress, now);
      throw new AppError("not-found", "there is no such calendar");
    }
    const etag = `"${createHash("sha256").update(feed.body).digest("base64url")}"`;
    const headers = new Headers({
      ETag: etag,
      "Cache-Control": "private, no-cache",
      Vary: "Accept-Language",
    });
    if (feed.changedAt) headers.set("Last-Modified", new Date(feed.changedAt).toUTCString());
    if (request.headers.get("If-None-Match") === etag) return new Response(null, { status: 304, headers });
    headers.set("Content-Type", "text/calendar; charset=utf-8");
    headers.set("Content-Disposition", 'inline; filename="cordon.ics"');
    return new Response(feed.body, { headers });
  });
