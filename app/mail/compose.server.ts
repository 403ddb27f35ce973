import { headerLine, type Letter } from "~/domain/mail/letter";
import { formatDay, formatList } from "~/i18n/format";
import { translatorFor } from "~/i18n/i18n";
import { DEFAULT_LANGUAGE, type Language } from "~/i18n/resources";
import { sectionName } from "~/i18n/section-name";

/** A letter in words, ready to be sent. */
export type Composed = { subject: string; text: string; html: string };

/** The letter in the words of a language, as plain text and as plain HTML with the same content. */
export function compose(letter: Letter, url: string, language: Language = DEFAULT_LANGUAGE): Composed {
  const t = translatorFor(language);
  const { subject, paragraphs, action } = write(letter, language);
  const isStranger =
    letter.kind === "supplier-invitation" || ("hospital" in letter && letter.link.to === "asked");
  const reason = isStranger
    ? t("mail:letter.reason", { organisation: headerLine(letter.hospital) })
    : t("mail:letter.reasonMember");
  const before = [t("mail:letter.greeting"), ...paragraphs];
  const after = [reason, t("mail:letter.automatic")];
  return {
    subject: headerLine(subject),
    text: `${[...before, `${action}:\n${url}`, "-- ", ...after].join("\n\n").replace("-- \n\n", "-- \n")}\n`,
    html: toHtml(language, { before, after, url, action }),
  };
}

type Written = { subject: string; paragraphs: ReadonlyArray<string>; action: string };

function write(letter: Letter, language: Language): Written {
  const t = translatorFor(language);
  switch (letter.kind) {
    case "request":
    case "reminder":
      return writeAboutRequest(letter, language);
    case "calendar":
      return writeAboutEnds(letter, language);
    case "notice":
      return writeAboutNotice(letter, language);
    case "clocks":
      return writeAboutClocks(letter, language);
    case "member-invitation":
    case "supplier-invitation":
    case "sections-assigned": {
      const words = oneLined(letter, language);
      return {
        subject: t(`mail:letter.${letter.kind}.subject`, words),
        paragraphs: [t(`mail:letter.${letter.kind}.text`, words)],
        action: t(`mail:letter.${letter.kind}.action`),
      };
    }
  }
}

function writeAboutRequest(
  letter: Extract<Letter, { kind: "request" | "reminder" }>,
  language: Language,
): Written {
  const t = translatorFor(language);
  const words = { ...oneLined(letter, language), dueOn: formatDay(letter.dueOn, language) };
  if (letter.kind === "reminder")
    return {
      subject: t(`mail:letter.reminder.${letter.reminder}.subject`, words),
      paragraphs: [t(`mail:letter.reminder.${letter.reminder}.text`, words)],
      action: t("mail:letter.reminder.action"),
    };
  return {
    subject: t("mail:letter.request.subject", words),
    paragraphs: [
      t("mail:letter.request.text", words),
      t("mail:letter.request.due", words),
      t(letter.link.to === "asked" ? "mail:letter.request.asked" : "mail:letter.request.known"),
    ],
    action: t("mail:letter.request.action"),
  };
}

/** One line for each thing that ends; what is overdue comes first, as it ended first. */
function writeAboutEnds(
  { hospital, ends, count }: Extract<Letter, { kind: "calendar" }>,
  language: Language,
): Written {
  const t = translatorFor(language);
  const lines = ends.map(({ kind, product, endsOn, stage }) =>
    t(`mail:letter.calendar.${stage === "overdue" ? "ended" : "ends"}`, {
      what: [t(`calendar:kind.${kind}`), headerLine(product, 200)].filter(Boolean).join(" · "),
      day: formatDay(endsOn, language),
    }),
  );
  const more = count - ends.length;
  return {
    subject: t("mail:letter.calendar.subject", { count }),
    paragraphs: [
      t("mail:letter.calendar.text", { hospital: headerLine(hospital, 200) }),
      ...lines,
      ...(more > 0 ? [t("mail:letter.calendar.more", { count: more })] : []),
    ],
    action: t("mail:letter.calendar.action"),
  };
}

function writeAboutNotice(
  { supplier, hospital, about, move }: Extract<Letter, { kind: "notice" }>,
  language: Language,
): Written {
  const t = translatorFor(language);
  const words = { supplier: headerLine(supplier, 200), hospital: headerLine(hospital, 200) };
  return {
    subject: t(`mail:letter.notice.${move}.subject`, words),
    paragraphs: [t(`mail:letter.notice.${move}.text`, words), t(`mail:letter.notice.about.${about}`)],
    action: t("mail:letter.notice.action"),
  };
}

/** One line for each clock. The portal does not know what a reader's clock shows: moments are told in UTC. */
function writeAboutClocks(
  { clocks, count, link }: Extract<Letter, { kind: "clocks" }>,
  language: Language,
): Written {
  const t = translatorFor(language);
  const lines = clocks.map(({ regime, step, reminder, dueAt }) =>
    t(`mail:letter.clocks.${reminder}`, {
      what: [headerLine(step, 200), headerLine(regime, 200)].join(" · "),
      day: formatDay(dueAt.slice(0, 10), language),
      time: dueAt.slice(11, 16),
    }),
  );
  const more = count - clocks.length;
  return {
    subject: t("mail:letter.clocks.subject", { count }),
    paragraphs: [
      t(`mail:letter.clocks.${link.to === "notices" ? "ofNotices" : "ofIncidents"}`),
      ...lines,
      ...(more > 0 ? [t("mail:letter.calendar.more", { count: more })] : []),
      t("mail:letter.clocks.notSent"),
    ],
    action: t(`mail:letter.clocks.${link.to === "notices" ? "openNotices" : "openIncidents"}`),
  };
}

/** Names and titles come from people: each stays on one line, so that none can write a paragraph of its own. */
function oneLined(
  { link, ...letter }: Exclude<Letter, { kind: "calendar" | "notice" | "clocks" }>,
  language: Language,
): Record<string, string> {
  const t = translatorFor(language);
  return Object.fromEntries(
    Object.entries(letter).map(([name, value]) => [
      name,
      typeof value === "string"
        ? headerLine(value, 200)
        : formatList(
            value.map((section) => sectionName(t, section)),
            language,
          ),
    ]),
  );
}

type Parts = {
  before: ReadonlyArray<string>;
  after: ReadonlyArray<string>;
  url: string;
  action: string;
};

/** No style, no picture, nothing that is fetched: it looks like a letter everywhere. */
function toHtml(language: Language, { before, after, url, action }: Parts): string {
  const paragraph = (text: string) => `<p>${escapeHtml(text)}</p>`;
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"></head><body>`,
    ...before.map(paragraph),
    `<p><a href="${escapeHtml(url)}">${escapeHtml(action)}</a></p>`,
    `<p>${escapeHtml(url)}</p>`,
    "<hr>",
    ...after.map(paragraph),
    "</body></html>",
  ].join("\n");
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
