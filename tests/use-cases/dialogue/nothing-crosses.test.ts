import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { postDueLetters } from "~/mail/post-letters.server";
import type { Message } from "~/mail/transport.server";
import { presentAskedRequest } from "~/presenters/present-asked-request.server";
import { presentDeclaration } from "~/presenters/present-declaration.server";
import { presentEvidence } from "~/presenters/present-evidence.server";
import { presentFacts } from "~/presenters/present-facts.server";
import { presentProduct } from "~/presenters/present-product.server";
import { presentProducts } from "~/presenters/present-products.server";
import { presentQuestions } from "~/presenters/present-questions.server";
import { presentReceivedRequest } from "~/presenters/present-received-request.server";
import { presentReceivedRequests } from "~/presenters/present-received-requests.server";
import { presentRequest } from "~/presenters/present-request.server";
import { presentSupplierOverview } from "~/presenters/present-supplier-overview.server";
import { createRequest } from "~/use-cases/requests/create-request.server";
import { remindSuppliers } from "~/use-cases/requests/remind-suppliers.server";
import { listReceivedRequests } from "~db/repositories/intake-requests";
import { listProducts } from "~db/repositories/products";
import { mailOutbox } from "~db/schema";
import { aCanaryWorld, SENT } from "../../builders/canary-hospital";
import { aCanaryModel, CANARY, CANARY_ADDRESS, unmarkedStrings } from "../../builders/canary-model";
import { aDatabase, aSupplierCaller, NOW } from "../../builders/database";
import { accepted } from "../../builders/declaration";

const database = aDatabase();

test("every text and every id of the model carries the mark", () => {
  expect(unmarkedStrings(aCanaryModel())).toEqual([]);
});

test("no presenter of a supplier reads anything of the hospital but what was sent", async () => {
  const supplier = await aSupplierCaller(database(), "administrator", "contributor", "signatory");
  const { requests, declarationId, officer } = await aCanaryWorld(database(), supplier);
  const products = await listProducts(database().read, supplier.actor.organisationId);
  const pages: Array<[string, unknown]> = [
    ["overview", await presentSupplierOverview(supplier)],
    ["requests", await presentReceivedRequests(supplier)],
    ["products", await presentProducts(supplier)],
    ["declaration", await presentDeclaration(supplier, declarationId)],
    ["evidence", await presentEvidence(supplier, { declarationId, edit: null })],
  ];
  for (const { id } of products) pages.push(["product", await presentProduct(supplier, id)]);
  for (const requestId of Object.values(requests)) {
    pages.push(
      [
        `request ${requestId}`,
        await presentReceivedRequest(supplier, { requestId, productId: null, declarationId: null }),
      ],
      [
        `questions ${requestId}`,
        await presentQuestions(supplier, "supplier", { requestId, findingId: null, declarationId }),
      ],
      [`facts ${requestId}`, await presentFacts(supplier, { declarationId, group: null, requestId })],
    );
  }
  for (const [name, page] of pages) {
    const sent = JSON.stringify(page);
    expect([name, sent.includes(CANARY), sent.includes(CANARY_ADDRESS)]).toEqual([name, false, false]);
  }
  const all = JSON.stringify(pages);
  for (const words of Object.values(SENT)) expect(all).toContain(words);
  // The search finds what is there: the hospital's own page of the same request is full of it.
  expect(JSON.stringify(await presentRequest(officer, requests.returned))).toContain(CANARY);
});

test("no letter to a supplier, and no page that its link opens, says anything but what was sent", async () => {
  const supplier = await aSupplierCaller(database(), "administrator", "contributor", "signatory");
  const { modelId, zoneId, officer, rivalId } = await aCanaryWorld(database(), supplier);
  const stranger = `${randomUUID()}@stranger.example`;
  accepted(
    await createRequest(
      { ...officer, newId: randomUUID },
      {
        ...{ modelId, zoneId, subject: SENT.subject, message: SENT.message, dueOn: "2026-12-24" },
        ...{ newSupplierName: `Stranger ${randomUUID()}`, newSupplierEmail: stranger },
      },
    ),
  );
  const later = new Date("2026-12-20T10:00:00.000Z");
  await remindSuppliers({ database: database(), now: later, newId: randomUUID });
  const sent: Array<Message> = [];
  await postDueLetters(
    {
      ...{ database: database(), publicUrl: "https://portal.example", clock: () => later },
      route: {
        kind: "smtp",
        deliver(message) {
          sent.push(message);
          return Promise.resolve({ outcome: "delivered" });
        },
      },
    },
    10_000,
  );
  // What a supplier's own requests are called is its own: the rival's words and ids carry the mark.
  const rivals = await listReceivedRequests(database().read, rivalId);
  const own = rivals.flatMap(({ id, subject }) => [id, subject]);
  const withoutOwn = (text: string) => own.reduce((all, words) => all.replaceAll(words, ""), text);
  const outbox = await database()
    .read.select()
    .from(mailOutbox)
    .where(eq(mailOutbox.organisationId, officer.actor.organisationId));
  // What has been answered is not sent any more: its letter is searched as it was written.
  const letters = [
    ...outbox.map(({ recipient, letter }) => ({ recipient, text: JSON.stringify(letter) })),
    ...sent.map(({ recipient, ...message }) => ({ recipient, text: JSON.stringify(message) })),
  ];
  const countTo = (isTo: (recipient: string) => boolean) =>
    letters.filter(({ recipient }) => isTo(recipient)).length;
  expect(countTo((to) => to === stranger)).toBe(4);
  expect(countTo((to) => to.startsWith(supplier.actor.personId))).toBeGreaterThan(4);
  expect(countTo((to) => to.includes(CANARY))).toBeGreaterThan(0);
  const leaking = letters.filter(({ text }) =>
    [CANARY, CANARY_ADDRESS].some((mark) => withoutOwn(text).includes(mark)),
  );
  expect(leaking).toEqual([]);

  const [asked] = sent.filter(({ recipient }) => recipient === stranger);
  const token = /\/asked\/([^\s]+)/.exec(asked?.text ?? "")?.[1] ?? "";
  const page = JSON.stringify(
    await presentAskedRequest({ database: database(), now: NOW, newId: randomUUID }, token, undefined),
  );
  expect(page).toContain(SENT.message);
  expect([page.includes(CANARY), page.includes(CANARY_ADDRESS)]).toEqual([false, false]);
});
