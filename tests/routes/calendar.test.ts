import { expect, test } from "vitest";
import { paths } from "~/paths";
import { aPortal, postForm, signedIn } from "../builders/portal";

const portal = aPortal();

async function anAddress(cookie: string): Promise<string> {
  const page = await (await postForm(portal(), paths.calendar(), { intent: "make-feed" }, { cookie })).text();
  const [, address = ""] = /data-testid="feed-address"[^>]*>([^<]+)</.exec(page) ?? [];
  return new URL(address).pathname;
}

test("a calendar program reads with the address alone, and asks whether anything has changed", async () => {
  const { cookie } = await signedIn(portal(), "hospital", "procurement-officer");
  const address = await anAddress(cookie);
  expect(address).toMatch(/^\/calendar\/[A-Za-z0-9_-]{43}\.ics$/);
  const answer = await portal().request(address);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("Content-Type")).toBe("text/calendar; charset=utf-8");
  expect(answer.headers.get("Set-Cookie")).toBeNull();
  expect(await answer.text()).toMatch(/^BEGIN:VCALENDAR\r\n/);
  const etag = answer.headers.get("ETag") ?? "";
  const again = await portal().request(address, { headers: { "If-None-Match": etag } });
  expect([again.status, await again.text()]).toEqual([304, ""]);
  expect((await portal().request(address, { headers: { "If-None-Match": '"other"' } })).status).toBe(200);
  // Shown once: the page tells only that there is one.
  const page = await (await portal().request(paths.calendar(), { headers: { Cookie: cookie } })).text();
  expect(page).not.toContain(address);
  await postForm(portal(), paths.calendar(), { intent: "revoke-feed" }, { cookie });
  expect((await portal().request(address)).status).toBe(404);
});

test("every address that leads nowhere is answered alike, and trying them out is held up", async () => {
  const wrong = ["x.ics", "x", `${"a".repeat(43)}.ics`, `${"a".repeat(300)}.ics`, "%00.ics"];
  const shapes = [];
  for (const one of wrong) {
    const answer = await portal().request(`/calendar/${one}`);
    shapes.push([answer.status, await answer.text()]);
  }
  expect(new Set(shapes.map((shape) => JSON.stringify(shape))).size).toBe(1);
  expect(shapes[0]?.[0]).toBe(404);
  let last = 404;
  for (let count = 0; count < 60; count++) last = (await portal().request(`/calendar/b${count}.ics`)).status;
  expect(last).toBe(429);
});

test.each(["calendar.csv", "calendar.xlsx", "calendar.ics"])(
  "%s is a download of its own type",
  async (file) => {
    const { cookie } = await signedIn(portal(), "hospital", "auditor");
    const answer = await portal().request(paths.calendarFile(file, { month: "2026-12" }), { cookie });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Content-Disposition")).toContain(`calendar-2026-12.${file.split(".")[1]}`);
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(50);
    expect((await portal().request(paths.calendarFile("calendar.exe"), { cookie })).status).toBe(404);
    expect((await portal().request(paths.calendarFile(file))).status).toBe(302);
  },
);
