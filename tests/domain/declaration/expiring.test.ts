import { expect, test } from "vitest";
import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { carriedOver, toLookAtAgain } from "~/domain/declaration/carry-over";
import { EMPTY_DECLARATION_CONTENT } from "~/domain/declaration/declaration";
import { EXPIRES_SOON_DAYS } from "~/domain/declaration/evidence-validity";
import { expiringThings } from "~/domain/declaration/expiring";
import { demandedProgress } from "~/domain/declaration/progress";
import { selectRequired } from "~/domain/requirement/component-requirement";
import { flatVector } from "~/domain/security-level/security-level";
import { addDays } from "~/domain/shared/iso-date";
import { aPiece } from "../../cli/full-files";

const TODAY = "2026-11-22";
const inDays = (days: number) => addDays(TODAY, days);

test("evidence, support of the product and of what carries it, and certificates end on days of their own", () => {
  const content = {
    ...EMPTY_DECLARATION_CONTENT,
    evidence: [
      aPiece({ id: "over", title: "Over", validUntil: inDays(-1) }),
      aPiece({ id: "later", title: "Later", validUntil: inDays(EXPIRES_SOON_DAYS + 1) }),
      aPiece({ id: "ever", title: "Ever", validUntil: null }),
      aPiece({ id: "not-yet", title: "Not yet", validFrom: inDays(5), validUntil: inDays(10) }),
    ],
    facts: {
      supportEndsOn: inDays(EXPIRES_SOON_DAYS),
      conformityCertificateEndsOn: inDays(EXPIRES_SOON_DAYS + 1),
      platforms: [
        { kind: "operating-system" as const, name: "Linux", version: "5.4", supportEndsOn: inDays(0) },
        { kind: "component" as const, name: "OpenSSL", version: "", supportEndsOn: inDays(-400) },
        { kind: "component" as const, name: "zlib", version: "1.3", supportEndsOn: null },
      ],
    },
  };
  expect(
    expiringThings(content, TODAY).map(({ kind, evidenceId, name, validity }) => [
      ...[kind, evidenceId, name],
      ...[validity.state, validity.days],
    ]),
  ).toEqual([
    ["component", null, "OpenSSL", "expired", 400],
    ["evidence", "over", "Over", "expired", 1],
    ["operating-system", null, "Linux 5.4", "expires-soon", 0],
    ["support", null, "", "expires-soon", EXPIRES_SOON_DAYS],
  ]);
  expect(expiringThings(EMPTY_DECLARATION_CONTENT, TODAY)).toEqual([]);
});

test("a copy is the same but for whose it is, and what it was copied from stays", () => {
  const content = {
    ...EMPTY_DECLARATION_CONTENT,
    componentTypes: ["embedded-device" as const],
    answers: { "CR 1.1": { value: "met" as const, evidenceIds: ["certificate-1"] } },
    facts: { product: "Pump", release: "3.4.1", udiDi: "FICT-1", individualAccounts: true },
    evidence: [aPiece(), aPiece({ id: "exact", scope: { ...aPiece().scope, releases: ["3.4.1"] } })],
  };
  const copy = carriedOver(content, { product: "Pump", release: "3.5" });
  expect(copy).toEqual({ ...content, facts: { ...content.facts, release: "3.5" } });
  expect(content.facts.release).toBe("3.4.1");
  const again = toLookAtAgain(copy, TODAY);
  expect(again.outOfScope.map(({ evidenceId, causes, rows }) => [evidenceId, causes, rows])).toEqual([
    ["exact", ["other-release"], []],
  ]);
  expect(again.topics).toEqual([]);
  const next = toLookAtAgain(carriedOver(content, { product: "Pump", release: "4.0" }), TODAY);
  expect(next.outOfScope.map(({ evidenceId, rows }) => [evidenceId, rows])).toEqual([
    ["certificate-1", ["CR 1.1"]],
    ["exact", []],
  ]);
});

test("topics that speak of one release are to be looked at again where something is stated under them", () => {
  const stated = (facts: object) => toLookAtAgain({ ...EMPTY_DECLARATION_CONTENT, facts }, TODAY).topics;
  expect(stated({ vulnerabilities: [] })).toEqual(["vulnerabilities"]);
  expect(stated({ patchDaysHigh: 30, aiFunction: "none" })).toEqual(["support"]);
});

test("how far a request is counts the rows that it demands of the types and no others", () => {
  const types = ["embedded-device"] as const;
  const demanded = selectRequired(COMPONENT_REQUIREMENTS, flatVector(1), types);
  const [first, second] = demanded;
  const above = COMPONENT_REQUIREMENTS.find(({ minSl }) => minSl === 4);
  const answers = Object.fromEntries(
    [first, second, above].flatMap((row) => (row ? [[row.id, { value: "not-met" as const }]] : [])),
  );
  const profile = { slTarget: flatVector(1), requirements: COMPONENT_REQUIREMENTS };
  expect(demandedProgress({ componentTypes: [...types], answers }, profile)).toEqual({
    demanded: demanded.length,
    answered: 2,
  });
  expect(demandedProgress({ componentTypes: [], answers }, profile).demanded).toBe(0);
});
