import { evidenceIsInDate } from "~/domain/assessment/checks/evidence/evidence-is-in-date";
import { factScenarios } from "./fact-scenarios";
import { aPiece } from "./pieces";

const evidence = [aPiece({ validFrom: "2026-01-01", validUntil: "2027-02-19" })];

factScenarios(evidenceIsInDate, [
  { name: "no evidence, nothing to say", given: {}, expect: [] },
  { name: "a piece without days is in date", given: { evidence: [aPiece()] }, expect: [] },
  { name: "more than 90 days left are enough", given: { evidence, asOf: "2026-11-20" }, expect: [] },
  {
    name: "90 days before its last day a piece expires soon",
    given: { evidence, asOf: "2026-11-21" },
    expect: [
      {
        about: "cert-1",
        outcome: "conforms",
        severity: "note",
        area: null,
        rows: [],
        evidence: ["cert-1"],
        expected: "Documents that are valid today and for some time to come.",
        declared: "“Certificate 4711” is valid until 2027-02-19.",
        reason:
          "“Certificate 4711” expires soon: it is valid until 2027-02-19, 90 days from today. Then it proves nothing any more.",
        close: ["supplier: Renew “Certificate 4711”."],
      },
    ],
  },
  {
    name: "the day before its last day is one day away",
    given: { evidence, asOf: "2027-02-18" },
    expect: [
      {
        about: "cert-1",
        outcome: "conforms",
        severity: "note",
        reason:
          "“Certificate 4711” expires soon: it is valid until 2027-02-19, one day from today. Then it proves nothing any more.",
      },
    ],
  },
  {
    name: "on its last day a piece still counts",
    given: { evidence, asOf: "2027-02-19" },
    expect: [
      {
        about: "cert-1",
        outcome: "conforms",
        reason:
          "“Certificate 4711” expires soon: it is valid until 2027-02-19, 0 days from today. Then it proves nothing any more.",
      },
    ],
  },
  {
    name: "the day after its last day it has expired",
    given: { evidence, asOf: "2027-02-20" },
    expect: [
      {
        about: "cert-1",
        outcome: "conforms",
        severity: "note",
        evidence: ["cert-1"],
        declared: "“Certificate 4711” is valid until 2027-02-19.",
        reason: "“Certificate 4711” expired on 2027-02-19 and proves nothing any more.",
        close: ["supplier: Renew “Certificate 4711”."],
      },
    ],
  },
  {
    name: "the day before its first day it is not valid yet",
    given: { evidence, asOf: "2025-12-31" },
    expect: [
      {
        about: "cert-1",
        outcome: "conforms",
        severity: "note",
        declared: "“Certificate 4711” is valid from 2026-01-01 on.",
        reason:
          "“Certificate 4711” is not valid yet: it is valid from 2026-01-01 on. Until then it proves nothing.",
        close: ["supplier: Offer something that is valid today."],
      },
    ],
  },
  { name: "on its first day it is", given: { evidence, asOf: "2026-01-01" }, expect: [] },
  {
    name: "a piece that is not valid yet and ends soon is not valid yet, and without an end too",
    given: {
      evidence: [
        aPiece({ validFrom: "2026-12-01", validUntil: "2026-12-02" }),
        aPiece({ id: "cert-2", title: "Certificate 5", validFrom: "2026-12-01" }),
      ],
    },
    expect: [
      {
        about: "cert-1",
        outcome: "conforms",
        reason:
          "“Certificate 4711” is not valid yet: it is valid from 2026-12-01 on. Until then it proves nothing.",
      },
      {
        about: "cert-2",
        outcome: "conforms",
        reason:
          "“Certificate 5” is not valid yet: it is valid from 2026-12-01 on. Until then it proves nothing.",
      },
    ],
  },
]);
