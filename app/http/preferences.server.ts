import { type AppLoadContext, createCookie } from "@remix-run/node";
import { z } from "zod";

export const THEMES = ["light", "dark", "system"] as const;
const PreferencesSchema = z.object({ theme: z.enum(THEMES) });
export type Preferences = z.output<typeof PreferencesSchema>;

const YEAR_IN_SECONDS = 365 * 24 * 60 * 60;

function cookieFor(context: AppLoadContext) {
  return createCookie("cordon-preferences", {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: context.isSecure,
    maxAge: YEAR_IN_SECONDS,
  });
}

/** How this browser wants the portal to look; it needs no account. */
export async function readPreferences(request: Request, context: AppLoadContext): Promise<Preferences> {
  const stored: unknown = await cookieFor(context).parse(request.headers.get("Cookie"));
  const parsed = PreferencesSchema.safeParse(stored);
  return parsed.success ? parsed.data : { theme: "system" };
}

export async function writePreferences(context: AppLoadContext, raw: unknown): Promise<string | undefined> {
  const parsed = PreferencesSchema.safeParse(raw);
  return parsed.success ? cookieFor(context).serialize(parsed.data) : undefined;
}
