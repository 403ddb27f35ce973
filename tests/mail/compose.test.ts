import { expect, test } from "vitest";
import type { Letter } from "~/domain/mail/letter";
import { compose } from "~/mail/compose.server";

const URL = "https://cordon.example/asked/token";
const asked: Letter = {
  kind: "request",
  hospital: "St. Anna",
  subject: "Infusion pump",
  dueOn: "2026-12-20",
  link: { to: "asked", organisationId: "supplier", invitationId: "invitation" },
};
const invitation = { to: "invitation", organisationId: "o", invitationId: "i" } as const;

const LETTERS: ReadonlyArray<Letter> = [
  asked,
  { ...asked, link: { to: "received-request", requestId: "r" } },
  { ...asked, kind: "reminder", reminder: "week-before" },
  { ...asked, kind: "reminder", reminder: "day-before" },
  { ...asked, kind: "reminder", reminder: "overdue" },
  { kind: "member-invitation", organisation: "St. Anna", invitedBy: "Jana", link: invitation },
  { kind: "supplier-invitation", organisation: "Fiktiva", hospital: "St. Anna", link: invitation },
  {
    ...{ kind: "sections-assigned", product: "Pump 1.0", assignedBy: "Jana" },
    sections: ["UC", "facts-logging"],
    link: { to: "declaration", declarationId: "d" },
  },
  {
    ...{ kind: "calendar", hospital: "St. Anna", count: 23, link: { to: "calendar" } },
    ends: [
      { kind: "condition", product: "Pump 1.0", endsOn: "2026-12-20", stage: "week" },
      { kind: "countermeasure", product: "", endsOn: "2026-11-20", stage: "overdue" },
    ],
  },
  {
    ...{ kind: "notice", supplier: "Fiktiva", hospital: "St. Anna", about: "advisory", move: "publish" },
    link: { to: "received-notice", noticeId: "n" },
  },
  {
    ...{
      kind: "notice",
      supplier: "Fiktiva",
      hospital: "St. Anna",
      about: "severe-incident",
      move: "update",
    },
    link: { to: "received-notice", noticeId: "n" },
  },
  {
    ...{ kind: "clocks", count: 23, link: { to: "incidents" } },
    clocks: [
      {
        regime: "NIS2 Art. 23",
        step: "notification",
        reminder: "quarter-left",
        dueAt: "2026-11-22T09:00:00.000Z",
      },
      {
        regime: "NIS2 Art. 23",
        step: "early warning",
        reminder: "overdue",
        dueAt: "2026-11-20T09:00:00.000Z",
      },
    ],
  },
];

test.each(LETTERS.map((letter) => [`${letter.kind} ${letter.link.to}`, letter] as const))(
  "every word of a letter is filled in, in both forms: %s",
  (_, letter) => {
    const { subject, text, html } = compose(letter, URL);
    expect(subject.length).toBeGreaterThan(10);
    for (const form of [subject, text, html]) {
      expect(form).not.toMatch(/\{\{|mail:|undefined/);
    }
    expect(text).toContain(`\n${URL}\n`);
    expect(html).toContain(`<a href="${URL}">`);
    for (const [name, word] of Object.entries(letter))
      if (typeof word === "string" && !["kind", "dueOn", "reminder", "about", "move"].includes(name))
        expect(text).toContain(word);
  },
);

test("a request says who asks, for what, until when, and that no account is needed", () => {
  const { subject, text } = compose(asked, URL);
  expect(subject).toBe("St. Anna asks about Infusion pump");
  expect(text).toContain("20 Dec 2026");
  expect(text).toContain("You need no account to look");
});

test("names are text: no markup, no line, no header and no paragraph of their own", () => {
  const hostile = 'X"><script>alert(1)</script>\r\nBcc: all@example.test\n\nPay here: https://evil.example';
  const { subject, text, html } = compose({ ...asked, hospital: hostile, subject: hostile }, URL);
  expect(subject).not.toMatch(/[\r\n]/);
  expect(html).not.toContain("<script");
  expect(html.match(/<a /g)).toHaveLength(1);
  expect(text).not.toMatch(/^Bcc:/m);
  expect(text).not.toMatch(/^Pay here/m);
});

test("a name cannot reach into the words of the letter", () => {
  const { text } = compose({ ...asked, hospital: "$t(mail:letter.automatic) {{dueOn}}" }, URL);
  expect(text).toContain("$t(mail:letter.automatic) {{dueOn}} asks you");
});

test("a letter of what ends has a line for each thing, and counts what it leaves out", () => {
  const letter = LETTERS.find(({ kind }) => kind === "calendar");
  const { subject, text } = compose(letter ?? asked, URL);
  expect(subject).toBe("23 things end soon or are overdue");
  expect(text).toContain("Condition · Pump 1.0: last day 20 Dec 2026\n");
  expect(text).toContain("Countermeasure: overdue since 20 Nov 2026\n");
  expect(text).toContain("and 21 more.");
});
