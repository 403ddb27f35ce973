import fc from "fast-check";
import { expect, test } from "vitest";
import { CATALOGUE_VERSION, COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { judge } from "~/domain/assessment/assess";
import type { AcceptedCountermeasure, RequirementProfile } from "~/domain/assessment/assessment";
import { requirementProfile } from "~/domain/assessment/requirement-profile";
import {
  type Answers,
  type DeclarationContent,
  EMPTY_DECLARATION_CONTENT,
} from "~/domain/declaration/declaration";
import { NO_POLICY } from "~/domain/policy/policy";
import { compareOffers, differingAreas, type OfferComparison } from "~/domain/procurement/offer-comparison";
import { measureOffers } from "~/domain/procurement/offer-measures";
import { flatVector } from "~/domain/security-level/security-level";
import { ARBITRARY_DAY, profile as arbitraryProfile, declarationContent } from "../../builders/arbitraries";

const DAY = "2026-11-21";

function aProfile(overrides: Partial<RequirementProfile> = {}): RequirementProfile {
  return requirementProfile({
    slTarget: flatVector(2),
    requirements: COMPONENT_REQUIREMENTS,
    catalogueVersion: CATALOGUE_VERSION,
    ...overrides,
  });
}

function anOffer(answers: Answers, overrides: Partial<DeclarationContent> = {}): DeclarationContent {
  return { ...EMPTY_DECLARATION_CONTENT, componentTypes: ["embedded-device"], answers, ...overrides };
}

function aLedgerEntry(overrides: Partial<AcceptedCountermeasure> = {}): AcceptedCountermeasure {
  return {
    ...{ id: "c1", title: "Jump host", requirementIds: ["CR 1.1"] },
    ...{ acceptedOn: "2026-01-01", expiresOn: null, ...overrides },
  };
}

const rowOf = ({ rows }: OfferComparison, id: string) => rows.find((row) => row.requirementId === id);
const keysOf = ({ offers }: OfferComparison) =>
  offers.map(({ countermeasures }) => countermeasures.map(({ key }) => key));

const offersOfOneZone = fc
  .record({
    profile: arbitraryProfile,
    offers: fc.array(declarationContent, { minLength: 2, maxLength: 6 }),
  })
  .chain(({ profile, offers }) =>
    fc.record({
      profile: fc.constant(profile),
      offers: fc.constant(offers),
      order: fc.shuffledSubarray(
        offers.map((_, place) => place),
        { minLength: offers.length },
      ),
    }),
  );

test("another order of the offers permutes columns and changes nothing else", () => {
  fc.assert(
    fc.property(offersOfOneZone, ({ profile, offers, order }) => {
      const permuted = <Cell>(cells: ReadonlyArray<Cell>) => order.flatMap((place) => cells[place] ?? []);
      const one = compareOffers(profile, offers, ARBITRARY_DAY);
      const other = compareOffers(profile, permuted(offers), ARBITRARY_DAY);
      const inOrder = <Row extends { cells: ReadonlyArray<unknown> }>(rows: ReadonlyArray<Row>) =>
        rows.map((row) => ({ ...row, cells: permuted(row.cells) }));
      expect(other.rows).toEqual(inOrder(one.rows));
      expect(other.rules).toEqual(inOrder(one.rules));
      expect(other.offers).toEqual(permuted(one.offers));
      const measures = measureOffers(profile, offers, one);
      expect(measureOffers(profile, permuted(offers), other)).toEqual(
        inOrder(measures).map((measure) => ({
          ...measure,
          best: order.flatMap((from, place) => (measure.best.includes(from) ? [place] : [])),
        })),
      );
    }),
    { numRuns: 60 },
  );
});

test("an offer held against itself differs nowhere and is nowhere better", () => {
  fc.assert(
    fc.property(arbitraryProfile, declarationContent, (profile, offer) => {
      const compared = compareOffers(profile, [offer, offer, offer], ARBITRARY_DAY);
      expect(compared.rows.filter(({ differs }) => differs)).toEqual([]);
      expect(compared.rules.filter(({ differs }) => differs)).toEqual([]);
      expect(differingAreas(compared.offers)).toEqual([]);
      for (const { differs, best } of measureOffers(profile, [offer, offer, offer], compared)) {
        expect(differs).toBe(false);
        expect(best).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
});

test("what differs stands before what is alike, both in the standard's order, and nothing is lost", () => {
  fc.assert(
    fc.property(offersOfOneZone, ({ profile, offers }) => {
      const { rows, rules } = compareOffers(profile, offers, ARBITRARY_DAY);
      for (const list of [rows, rules]) {
        const alike = list.findIndex(({ differs }) => !differs);
        if (alike >= 0) expect(list.slice(alike).some(({ differs }) => differs)).toBe(false);
      }
      for (const row of rows) expect(row.differs).toBe(new Set(row.cells.map(({ reach }) => reach)).size > 1);
      expect(new Set(rows.map(({ requirementId }) => requirementId)).size).toBe(rows.length);
    }),
    { numRuns: 60 },
  );
});

test("every offer is judged as its assessment judges it, and its cells agree with the rows missing there", () => {
  fc.assert(
    fc.property(offersOfOneZone, ({ profile, offers }) => {
      const compared = compareOffers(profile, offers, ARBITRARY_DAY);
      for (const [place, offer] of offers.entries()) {
        const judgement = judge(profile, offer, ARBITRARY_DAY);
        expect(compared.offers[place]?.judgement).toEqual(judgement);
        const missing = judgement.results.flatMap((one) => one.missing.map((row) => row.requirementId));
        const short = compared.rows.flatMap(({ requirementId, cells }) => {
          const reach = cells[place]?.reach ?? "other-type";
          const isShort = ["not-met", "unanswered", "not-applicable-without-reason"].includes(reach);
          return isShort ? [requirementId] : [];
        });
        expect(short.toSorted()).toEqual(missing.toSorted());
      }
    }),
    { numRuns: 60 },
  );
});

test.each([
  ["met", { value: "met" }, "natively"],
  ["met by configuration", { value: "met-by-configuration", note: "Set it" }, "by-configuration"],
  [
    "met with a countermeasure",
    { value: "met-with-countermeasure", note: "Firewall" },
    "with-countermeasure",
  ],
  ["not met", { value: "not-met" }, "not-met"],
  ["not applicable with its reason", { value: "not-applicable", note: "No users" }, "not-applicable"],
  ["not applicable without a reason", { value: "not-applicable" }, "not-applicable-without-reason"],
  ["not answered", undefined, "unanswered"],
] as const)("a requirement that is %s is reached so", (_what, answer, reach) => {
  const compared = compareOffers(
    aProfile(),
    [anOffer(answer ? { "CR 1.1": answer } : {}), anOffer({ "CR 1.1": { value: "met" } })],
    DAY,
  );
  expect(rowOf(compared, "CR 1.1")).toMatchObject({
    differs: reach !== "natively",
    cells: [{ reach }, { reach: "natively" }],
  });
  expect(compared.offers[0]?.reaches[reach]).toBeGreaterThan(0);
});

test("a requirement for another type of component is neither met nor missing", () => {
  const compared = compareOffers(
    aProfile(),
    [anOffer({}), anOffer({}, { componentTypes: ["software-application"] })],
    DAY,
  );
  const [device, software] = compared.offers;
  expect(rowOf(compared, "EDR 3.10")?.cells.map(({ reach }) => reach)).toEqual(["unanswered", "other-type"]);
  expect(rowOf(compared, "CR 1.1")?.differs).toBe(false);
  expect(device?.demanded).toBeGreaterThan(software?.demanded ?? Number.NaN);
});

test("rows above the target are not compared", () => {
  const compared = compareOffers(aProfile({ slTarget: flatVector(1) }), [anOffer({}), anOffer({})], DAY);
  expect(compared.rows.map(({ minSl }) => minSl)).toEqual(compared.rows.map(() => 1));
});

test("what the ledger makes up for is the ledger's, what it does not is what the supplier demands", () => {
  const answers: Answers = {
    "CR 1.1": { value: "not-met" },
    "CR 2.1": { value: "met-with-countermeasure", note: "A jump host" },
    "CR 2.5": { value: "met-with-countermeasure", note: "A lock on the door" },
  };
  const profile = aProfile({ countermeasures: [aLedgerEntry({ requirementIds: ["CR 1.1", "CR 2.1"] })] });
  const compared = compareOffers(profile, [anOffer(answers), anOffer({})], DAY);
  expect(compared.offers[0]?.countermeasures).toEqual([
    { key: "row:CR 2.5", kind: "demanded", requirementIds: ["CR 2.5"], text: "A lock on the door" },
    { key: "ledger:c1", kind: "ledger", requirementIds: ["CR 1.1", "CR 2.1"], text: "Jump host" },
  ]);
  // Silence is the supplier's to mend: no countermeasure answers for it.
  expect(compared.offers[1]?.countermeasures).toEqual([]);
  expect(rowOf(compared, "CR 1.1")?.cells.map(({ reach }) => reach)).toEqual([
    "covered-by-zone",
    "unanswered",
  ]);
});

test("a countermeasure of the ledger counts on its days alone", () => {
  const offer = anOffer({ "CR 1.1": { value: "not-met" } });
  const on = (overrides: Partial<AcceptedCountermeasure>) =>
    keysOf(compareOffers(aProfile({ countermeasures: [aLedgerEntry(overrides)] }), [offer, offer], DAY));
  expect(on({ expiresOn: DAY })).toEqual([["ledger:c1"], ["ledger:c1"]]);
  expect(on({ expiresOn: "2026-11-20" })).toEqual([[], []]);
  expect(on({ acceptedOn: "2026-11-22" })).toEqual([[], []]);
});

test("rules on facts are compared by how they stand and by what is wrong", () => {
  const profile = aProfile({
    slTarget: flatVector(0),
    policy: { ...NO_POLICY, signedUpdates: true, autoLogoff: true },
  });
  const compared = compareOffers(
    profile,
    [
      anOffer({}, { facts: { signedUpdates: true, autoLogoff: true } }),
      anOffer({}, { facts: { signedUpdates: false, autoLogoff: true } }),
      anOffer({}, { facts: { autoLogoff: true } }),
    ],
    DAY,
  );
  const standings = (checkId: string) =>
    compared.rules.find((rule) => rule.checkId === checkId)?.cells.map(({ standing }) => standing);
  expect(standings("updates-are-signed")).toEqual(["kept", "gap", "open"]);
  expect(standings("idle-sessions-end")).toEqual(["kept", "kept", "kept"]);
  expect(compared.rules[0]).toMatchObject({ checkId: "updates-are-signed", differs: true });
  expect(compared.rules.find(({ checkId }) => checkId === "idle-sessions-end")?.differs).toBe(false);
});

test("two gaps about different channels are a difference", () => {
  const need = (protocol: string, ports: string) => ({
    ...({ protocol, transport: "tcp", ports, direction: "outbound", peer: "hospital", purpose: "" } as const),
    ...{ encrypted: true, authenticated: true, required: true },
  });
  const profile = aProfile({
    slTarget: flatVector(0),
    channels: [],
    policy: { ...NO_POLICY, declaredNetworkNeeds: true },
  });
  const offer = (protocol: string, ports: string) =>
    anOffer({}, { facts: { networkNeeds: [need(protocol, ports)] } });
  const ruleOf = (offers: ReadonlyArray<DeclarationContent>) =>
    compareOffers(profile, offers, DAY).rules.find((rule) => rule.checkId === "network-need-has-a-channel");
  expect(ruleOf([offer("https", "443"), offer("dicom", "104")])?.differs).toBe(true);
  expect(ruleOf([offer("https", "443"), offer("https", "443")])).toMatchObject({
    differs: false,
    cells: [{ standing: "gap" }, { standing: "gap" }],
  });
});

test.each([
  ["met and met when configured", ["met", "met-by-configuration"], true, false],
  ["met and with a countermeasure", ["met", "met-with-countermeasure"], true, true],
  ["with a countermeasure and not met", ["met-with-countermeasure", "not-met"], true, true],
  ["not met twice", ["not-met", "not-met"], false, false],
] as const)("a difference between %s is told as what it weighs", (_what, [one, other], differs, weighs) => {
  const offer = (value: typeof one | typeof other) => anOffer({ "CR 2.1": { value, note: "Said" } });
  const compared = compareOffers(aProfile(), [offer(one), offer(other)], DAY);
  expect(rowOf(compared, "CR 2.1")).toMatchObject({ differs, weighs });
});

test("differences that weigh stand before those that do not", () => {
  const offers = [
    anOffer({ "CR 1.1": { value: "met" }, "CR 7.1": { value: "met" } }),
    anOffer({ "CR 1.1": { value: "met-by-configuration" }, "CR 7.1": { value: "not-met" } }),
  ];
  const { rows } = compareOffers(aProfile(), offers, DAY);
  expect(rows.slice(0, 2).map(({ requirementId }) => requirementId)).toEqual(["CR 7.1", "CR 1.1"]);
});
