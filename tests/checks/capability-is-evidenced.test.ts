import { capabilityIsEvidenced } from "~/domain/assessment/checks/evidence/capability-is-evidenced";
import type { Evidence } from "~/domain/declaration/evidence";
import type { PolicyLayer } from "~/domain/policy/policy";
import { type FactScenario, factScenarios } from "./fact-scenarios";
import { aPiece, PUMP } from "./pieces";

const policy: PolicyLayer = { capabilityEvidence: ["none", "declared", "third-party", "accredited"] };
const atLevel3 = { policy, slTarget: { SI: 3 } } as const;

/** A piece that does not count at SL 3, and the sentences that say why. */
function doesNotCount(
  name: string,
  piece: Evidence,
  notes: ReadonlyArray<{ cause: string; reason: string; close: string }>,
  given: Partial<FactScenario["given"]> = {},
): FactScenario {
  return {
    name,
    given: { ...atLevel3, facts: PUMP, evidence: [piece], ...given },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        severity: "open",
        reason: `“${piece.title}” is offered and does not count.`,
        evidence: [piece.id],
      },
      ...notes.map(({ cause, reason, close }) => ({
        about: `${piece.id}:${cause}`,
        outcome: "conforms" as const,
        severity: "note" as const,
        declared: `Offered: “${piece.title}”.`,
        reason,
        close: [`supplier: ${close}`],
        evidence: [piece.id],
      })),
    ],
  };
}

function counts(name: string, piece: Evidence, given: Partial<FactScenario["given"]> = {}): FactScenario {
  return {
    name,
    given: { ...atLevel3, facts: PUMP, evidence: [piece], ...given },
    expect: [{ about: "product", outcome: "conforms", severity: "none", evidence: [piece.id], close: [] }],
  };
}

const OFFER =
  "Offer evidence under IEC 62443-4-2, or IEC TR 60601-4-5 for a medical device, that is about this product and release: confirmed by a third party, at least SL 3.";
const EXTEND =
  "Have the scope of “Certificate 4711” extended to this product, this release and everything that it is.";
const NAME = "Name the product and the release in the declaration.";
const RENEW = "Offer a version of “Certificate 4711” that is in date.";
const ORGANISATION =
  "“Certificate 4711” does not count. A management-system certificate says something about the organisation, never that a product meets a requirement.";

factScenarios(capabilityIsEvidenced, [
  { name: "no rule, nothing to say", given: { slTarget: { SI: 3 }, facts: PUMP }, expect: [] },
  { name: "a target of 0 asks for nothing", given: { policy, facts: PUMP }, expect: [] },
  {
    name: "“none” at the target's level asks for nothing",
    given: { policy, slTarget: { SI: 1 } },
    expect: [],
  },
  {
    name: "nothing offered is open",
    given: { policy, slTarget: { IAC: 1, UC: 2 }, facts: PUMP },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        severity: "open",
        area: null,
        rows: [],
        evidence: [],
        expected:
          "Evidence of what this release is capable of at SL 2, declared by the supplier, in date and in scope.",
        declared: "No evidence of what the product is capable of.",
        reason:
          "Nothing is offered that shows what the product is capable of. The zone asks for something declared by the supplier at SL 2.",
        close: [
          "supplier: Offer evidence under IEC 62443-4-2, or IEC TR 60601-4-5 for a medical device, that is about this product and release: declared by the supplier, at least SL 2.",
          "hospital: Accept the product without this evidence by a written exception, and say who looks at it instead.",
        ],
      },
    ],
  },
  {
    name: "the strength is that of the highest level of the target, wherever it stands in the vector",
    given: { policy, slTarget: { IAC: 4, UC: 1, RA: 2 }, facts: PUMP },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        expected:
          "Evidence of what this release is capable of at SL 4, certified by an accredited third party, in date and in scope.",
      },
    ],
  },
  {
    name: "a certificate in date, in scope and strong enough shows it",
    given: { ...atLevel3, facts: PUMP, evidence: [aPiece()] },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "none",
        declared: "Offered: “Certificate 4711”.",
        reason: "“Certificate 4711” shows what the product is capable of, confirmed by a third party.",
        evidence: ["cert-1"],
        close: [],
      },
    ],
  },
  {
    name: "one that counts is enough, and only what counts is named",
    given: {
      ...atLevel3,
      facts: PUMP,
      evidence: [
        aPiece(),
        aPiece({ id: "cert-2", title: "Expired", validUntil: "2026-01-01" }),
        aPiece({ id: "cert-3", title: "Another" }),
      ],
    },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        reason:
          "2 documents show what the product is capable of, confirmed by a third party: “Another”, “Certificate 4711”.",
        evidence: ["cert-1", "cert-3"],
      },
    ],
  },
  {
    name: "where none counts, each says why not",
    given: {
      ...atLevel3,
      facts: PUMP,
      evidence: [
        aPiece({ validUntil: "2026-11-20" }),
        aPiece({ id: "cert-2", title: "Report 9", scope: { level: 2, releases: ["2.x"] } }),
      ],
    },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        declared: "Offered: “Certificate 4711”, “Report 9”.",
        reason: "2 documents are offered and none of them counts: “Certificate 4711”, “Report 9”.",
        evidence: ["cert-1", "cert-2"],
      },
      { about: "cert-1:has-expired", outcome: "conforms", severity: "note" },
      { about: "cert-2:other-release", outcome: "conforms", severity: "note" },
      { about: "cert-2:level-too-low", outcome: "conforms", severity: "note" },
    ],
  },
  {
    name: "what is filed under another subject is not offered for this",
    given: { ...atLevel3, facts: PUMP, evidence: [aPiece({ subject: "other" })] },
    expect: [
      { about: "product", outcome: "incomplete", declared: "No evidence of what the product is capable of." },
    ],
  },

  doesNotCount("an expired piece does not count", aPiece({ validUntil: "2026-11-20" }), [
    {
      cause: "has-expired",
      reason: "“Certificate 4711” does not count: it expired on 2026-11-20.",
      close: RENEW,
    },
  ]),
  counts("the last day of validity counts", aPiece({ validUntil: "2026-11-21" })),
  doesNotCount("a piece from tomorrow on does not count", aPiece({ validFrom: "2026-11-22" }), [
    {
      cause: "not-yet-valid",
      reason: "“Certificate 4711” does not count: it is valid from 2026-11-22 on.",
      close: RENEW,
    },
  ]),
  counts("the first day of validity counts", aPiece({ validFrom: "2026-11-21" })),

  doesNotCount(
    "another product does not count, whatever else it says",
    aPiece({ scope: { product: "InfuFlow 2", releases: ["2.0"] } }),
    [
      {
        cause: "other-product",
        reason: "“Certificate 4711” does not count: it is about InfuFlow 2, not about InfuFlow 3.",
        close: EXTEND,
      },
    ],
  ),
  counts(
    "case and white space of the product's name do not matter",
    aPiece({ scope: { product: "INFUFLOW  \t 3" } }),
  ),
  counts("the same letters count however they are encoded", aPiece({ scope: { product: "R\u00f6ntgen" } }), {
    facts: { ...PUMP, product: "Ro\u0308ntgen" },
  }),
  doesNotCount("a name without its space is another name", aPiece({ scope: { product: "InfuFlow3" } }), [
    {
      cause: "other-product",
      reason: "“Certificate 4711” does not count: it is about InfuFlow3, not about InfuFlow 3.",
      close: EXTEND,
    },
  ]),
  doesNotCount(
    "a piece that names nothing does not count",
    aPiece({ schemeVersion: "", scope: { product: "", releases: [], componentTypes: [], level: null } }),
    [
      {
        cause: "version-not-stated",
        reason:
          "“Certificate 4711” does not count: it does not say which edition of iec-62443-4-2 it was issued under.",
        close: "State the edition of iec-62443-4-2 that “Certificate 4711” was issued under.",
      },
      {
        cause: "no-product-named",
        reason: "“Certificate 4711” does not count: it names no product.",
        close: EXTEND,
      },
      {
        cause: "no-release-named",
        reason: "“Certificate 4711” does not count: it names no release.",
        close: EXTEND,
      },
      {
        cause: "other-component-type",
        reason:
          "“Certificate 4711” does not count: it does not cover everything that the product is. Missing: embedded device.",
        close: EXTEND,
      },
      {
        cause: "level-not-stated",
        reason: "“Certificate 4711” does not count: it states no level, and the zone asks for SL 3.",
        close: "Have SL 3 shown and stated.",
      },
    ],
  ),
  doesNotCount(
    "nothing counts for a product that the declaration does not name",
    aPiece(),
    [
      {
        cause: "product-unknown",
        reason:
          "“Certificate 4711” does not count: it is about InfuFlow 3, and the declaration does not say which product it is about.",
        close: NAME,
      },
      {
        cause: "release-unknown",
        reason: "“Certificate 4711” does not count: the declaration does not say which release it is about.",
        close: NAME,
      },
    ],
    { facts: { regime: "mdr" } },
  ),
  doesNotCount("another release does not count", aPiece({ scope: { releases: ["3.4", "3.4.2", "4.x"] } }), [
    {
      cause: "other-release",
      reason: "“Certificate 4711” does not count: it is about release 3.4, 3.4.2, 4.x, not about 3.4.1.",
      close: EXTEND,
    },
  ]),
  counts("one of several releases is enough", aPiece({ scope: { releases: ["3.3.0", "3.4.1"] } })),
  counts("3.x covers what begins with 3.", aPiece({ scope: { releases: ["3.x"] } })),
  counts("3.4.x covers what begins with 3.4.", aPiece({ scope: { releases: ["3.4.x"] } })),
  doesNotCount(
    "3.x does not cover 30.1",
    aPiece({ scope: { releases: ["3.x"] } }),
    [
      {
        cause: "other-release",
        reason: "“Certificate 4711” does not count: it is about release 3.x, not about 30.1.",
        close: EXTEND,
      },
    ],
    { facts: { ...PUMP, release: "30.1" } },
  ),
  doesNotCount(
    "a beginning that is no pattern covers nothing else",
    aPiece({ scope: { releases: ["3.", "3.4.1x", "x"] } }),
    [
      {
        cause: "other-release",
        reason: "“Certificate 4711” does not count: it is about release 3., 3.4.1x, x, not about 3.4.1.",
        close: EXTEND,
      },
    ],
  ),
  doesNotCount(
    "every component type of the product has to be covered",
    aPiece({ scope: { componentTypes: ["host-device", "embedded-device"] } }),
    [
      {
        cause: "other-component-type",
        reason:
          "“Certificate 4711” does not count: it does not cover everything that the product is. Missing: software application and network device.",
        close: EXTEND,
      },
    ],
    { content: { componentTypes: ["embedded-device", "network-device", "software-application"] } },
  ),
  counts(
    "more component types than the product has are no harm",
    aPiece({ scope: { componentTypes: ["host-device", "embedded-device"] } }),
  ),

  doesNotCount("a level below the target does not count", aPiece({ scope: { level: 2 } }), [
    {
      cause: "level-too-low",
      reason: "“Certificate 4711” does not count: it states SL 2, and the zone asks for SL 3.",
      close: "Have SL 3 shown and stated.",
    },
  ]),
  counts("a level above the target counts", aPiece({ scope: { level: 4 } })),
  counts(
    "where the supplier's word is enough, the answers speak for the level",
    aPiece({ type: "self-declaration", assurance: "declared", scope: { level: null } }),
    { slTarget: { SI: 2 } },
  ),
  {
    name: "a level that is stated has to be reached, also on the supplier's word",
    given: {
      policy,
      slTarget: { SI: 2 },
      facts: PUMP,
      evidence: [aPiece({ assurance: "declared", scope: { level: 1 } })],
    },
    expect: [
      { about: "product", outcome: "incomplete" },
      {
        about: "cert-1:level-too-low",
        outcome: "conforms",
        severity: "note",
        reason: "“Certificate 4711” does not count: it states SL 1, and the zone asks for SL 2.",
      },
    ],
  },

  doesNotCount("the supplier's word is too weak for SL 3", aPiece({ assurance: "declared" }), [
    {
      cause: "too-weak",
      reason:
        "“Certificate 4711” does not count: it is declared by the supplier, and the zone asks for something confirmed by a third party. What the supplier has written, or what names no issuer, counts as declared by the supplier.",
      close: "Have “Certificate 4711” replaced by something confirmed by a third party.",
    },
  ]),
  counts("exactly the strength that is asked for counts", aPiece({ assurance: "third-party" })),
  {
    name: "a third party is too weak where accreditation is asked for",
    given: {
      policy,
      slTarget: { SI: 4 },
      facts: PUMP,
      evidence: [aPiece({ assurance: "third-party", scope: { level: 4 } })],
    },
    expect: [
      { about: "product", outcome: "incomplete" },
      {
        about: "cert-1:too-weak",
        outcome: "conforms",
        reason:
          "“Certificate 4711” does not count: it is confirmed by a third party, and the zone asks for something certified by an accredited third party. What the supplier has written, or what names no issuer, counts as declared by the supplier.",
      },
    ],
  },
  ...(["self-declaration", "mds2", "sbom", "manual"] as const).map(
    (type): FactScenario => ({
      name: `what is called accredited is the supplier's own word in a document of type ${type}`,
      given: { ...atLevel3, facts: PUMP, evidence: [aPiece({ type })] },
      expect: [
        { about: "product", outcome: "incomplete" },
        { about: "cert-1:too-weak", outcome: "conforms", severity: "note" },
      ],
    }),
  ),
  {
    name: "an accredited certificate of nobody is the supplier's own word",
    given: { ...atLevel3, facts: PUMP, evidence: [aPiece({ issuer: "" })] },
    expect: [
      { about: "product", outcome: "incomplete" },
      { about: "cert-1:too-weak", outcome: "conforms", severity: "note" },
    ],
  },

  doesNotCount(
    "a scheme that says nothing about products does not count",
    aPiece({ scheme: "iec-62443-4-1" }),
    [
      {
        cause: "other-scheme",
        reason:
          "“Certificate 4711” does not count: iec-62443-4-1 says nothing of what a product is capable of by the levels of IEC 62443-4-2.",
        close: OFFER,
      },
    ],
  ),
  doesNotCount("a scheme that only begins the same is another", aPiece({ scheme: "IEC 62443-4-2 (parts)" }), [
    {
      cause: "other-scheme",
      reason:
        "“Certificate 4711” does not count: IEC 62443-4-2 (parts) says nothing of what a product is capable of by the levels of IEC 62443-4-2.",
      close: OFFER,
    },
  ]),
  counts(
    "a standard counts however it is written",
    aPiece({ scheme: "EN IEC 62443-4-2 : 2019", schemeVersion: "" }),
  ),
  counts("white space in the name of a standard does not matter", aPiece({ scheme: "IEC   62443-4-2" })),
  counts("underscores and slashes separate too", aPiece({ scheme: "IEC_62443/4-2" })),
  {
    name: "an edition is a year, also behind a colon",
    given: {
      ...atLevel3,
      facts: PUMP,
      evidence: [aPiece({ scheme: "IEC 62443-4-2: new", schemeVersion: "" })],
    },
    expect: [
      { about: "product", outcome: "incomplete" },
      { about: "cert-1:version-not-stated", outcome: "conforms", severity: "note" },
    ],
  },
  ...[
    "iso-iec-27001",
    "ISO/IEC 27001:2022",
    "iso-13485",
    "iso-iec-42001",
    "ISO9001",
    "iso-27799",
    "IEC 62443-2-1",
  ].map((scheme) =>
    doesNotCount(`${scheme} never counts for a product`, aPiece({ scheme }), [
      { cause: "management-system", reason: ORGANISATION, close: OFFER },
    ]),
  ),
  ...["iso-127001", "90011", "iec-62443-2-10"].map(
    (scheme): FactScenario => ({
      name: `${scheme} is no management system, only another scheme`,
      given: { ...atLevel3, facts: PUMP, evidence: [aPiece({ scheme })] },
      expect: [
        { about: "product", outcome: "incomplete" },
        { about: "cert-1:other-scheme", outcome: "conforms" },
      ],
    }),
  ),

  ...(["mdr", "mdr-legacy"] as const).flatMap((regime) => [
    counts(`IEC TR 60601-4-5 counts under ${regime}`, aPiece({ scheme: "iec-tr-60601-4-5" }), {
      facts: { ...PUMP, regime },
    }),
  ]),
  counts("IEC TR 60601-4-5 counts however it is written", aPiece({ scheme: "IEC 60601-4-5" }), {
    facts: { ...PUMP, isInVitroDiagnostic: false },
  }),
  ...[
    { regime: "mdr", isInVitroDiagnostic: true } as const,
    { regime: "ivdr" } as const,
    { regime: "cra" } as const,
    { regime: undefined } as const,
  ].map((facts) =>
    doesNotCount(
      `IEC TR 60601-4-5 does not count for ${JSON.stringify(facts)}`,
      aPiece({ scheme: "iec-tr-60601-4-5" }),
      [
        {
          cause: "for-medical-devices-only",
          reason:
            "“Certificate 4711” does not count: IEC TR 60601-4-5 is for medical devices under the MDR that are not for in vitro diagnostics.",
          close: OFFER,
        },
      ],
      { facts: { ...PUMP, ...facts } },
    ),
  ),
]);
