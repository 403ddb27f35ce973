import type { DecisionKind } from "~/domain/procurement/decision";
import { DEMO_SUPPLIERS } from "../people";

export type PlannedCondition = {
  text: string;
  owner: string;
  /** From today on; negative = overdue by now. */
  dueInDays: number;
  completed?: { daysAgo: number; note: string };
};

export type Move = { daysAgo: number } & (
  | { type: "accept" }
  | { type: "declare" }
  | { type: "decline"; reason: string }
  | { type: "withdraw" }
  /** A question of either side; unanswered where the other side has yet to write. */
  | { type: "ask"; from: "hospital" | "supplier"; text: string; answer?: { daysAgo: number; text: string } }
  | { type: "decide"; kind: DecisionKind; reason: string; conditions?: ReadonlyArray<PlannedCondition> }
);

export type PlannedRequest = {
  /** Of the sample product that is asked for, or null for one that the supplier has yet to name. */
  productId: string | null;
  /** Only where there is no product. */
  supplierId?: string;
  subject: string;
  message: string;
  zoneId: string;
  sentDaysAgo: number;
  dueInDays: number;
  moves: ReadonlyArray<Move>;
};

/** Requests in every state, and decisions of every kind. */
export const PLANNED_REQUESTS: ReadonlyArray<PlannedRequest> = [
  {
    productId: "p03-ct-scanner",
    subject: "CT scanner for radiology, second room",
    message:
      "Please declare the release that would be delivered. The consoles stay within your service contract.",
    zoneId: "imaging",
    sentDaysAgo: 69,
    dueInDays: -48,
    moves: [
      { type: "accept", daysAgo: 67 },
      { type: "declare", daysAgo: 64 },
      {
        type: "decide",
        daysAgo: 55,
        kind: "approve-with-conditions",
        reason:
          "Reaches the target of the zone in every FR. The operating system ends before the scanner does, and the " +
          "certificate of the service organisation proves nothing about the product. Accepted until the exchange, " +
          "because the consoles stand behind the broker and no other scanner could be delivered this year.",
        conditions: [
          {
            text: "Exchange of the operating system before its support ends, written into the service contract",
            owner: "Radiology",
            dueInDays: 200,
          },
          {
            text: "Declaration of conformity with IEC 81001-5-1 or 62443-4-1 for the product line",
            owner: "Procurement",
            dueInDays: 90,
          },
        ],
      },
    ],
  },
  {
    productId: "p07-remote-access-gateway",
    subject: "Access broker for suppliers' lines",
    message: "One broker for all suppliers. Sessions have to be approved one by one and recorded.",
    zoneId: "vendor-access",
    sentDaysAgo: 68,
    dueInDays: -40,
    moves: [
      { type: "accept", daysAgo: 66 },
      { type: "declare", daysAgo: 62 },
      {
        type: "decide",
        daysAgo: 54,
        kind: "approve",
        reason: "Above the target. The conduits it sits on keep their own.",
      },
    ],
  },
  {
    productId: "p02-patient-monitor",
    subject: "24 bedside monitors for intensive care",
    message: "Replacement of all monitors of ICU 1 and 2 together with the central stations.",
    zoneId: "critical-care",
    sentDaysAgo: 65,
    dueInDays: -30,
    moves: [
      { type: "accept", daysAgo: 61 },
      { type: "declare", daysAgo: 57 },
      {
        type: "decide",
        daysAgo: 50,
        kind: "approve-with-conditions",
        reason:
          "FR 5 leans on the boundary device of the zone, and the view of the patient is kept open for a good reason. " +
          "The certificate states level 2, one below the highest target: accepted with the test report in between.",
        conditions: [
          {
            text: "Deny-by-default rules for the monitors on the boundary device, after the installation guide",
            owner: "IT infrastructure",
            dueInDays: -20,
            completed: { daysAgo: 33, note: "Rule set ICU-7 in force, tested with the supplier on site." },
          },
          {
            text: "Yearly test that the boundary device lets nothing else through",
            owner: "Security",
            dueInDays: 120,
          },
        ],
      },
    ],
  },
  {
    productId: "p01-infusion-pump",
    subject: "Wireless infusion pumps for the wards",
    message: "140 pumps, delivered in two lots. Radio coverage is measured by us.",
    zoneId: "wireless-medical",
    sentDaysAgo: 63,
    dueInDays: -28,
    moves: [
      { type: "accept", daysAgo: 60 },
      { type: "declare", daysAgo: 53 },
      {
        type: "decide",
        daysAgo: 44,
        kind: "approve-with-conditions",
        reason:
          "Falls short in FR 1: keys are kept in software and one certificate serves the whole line; one code serves a " +
          "ward. Accepted for two years, because the radio network admits devices one by one and the old pumps are worse.",
        conditions: [
          {
            text: "Own certificate for every pump on the clinical radio network",
            owner: "Biomedical engineering",
            dueInDays: -6,
          },
          {
            text: "Passive sensor behind the radio controllers, alerts go to the SIEM",
            owner: "Security",
            dueInDays: 45,
          },
        ],
      },
    ],
  },
  {
    productId: "p10-anaesthesia-legacy",
    subject: "Four more anaesthesia workstations of the present type",
    message: "The clinic would like to stay with one type until the new theatres open.",
    zoneId: "operating-theatres",
    sentDaysAgo: 59,
    dueInDays: -25,
    moves: [
      { type: "accept", daysAgo: 52 },
      { type: "declare", daysAgo: 47 },
      {
        type: "decide",
        daysAgo: 39,
        kind: "reject",
        reason:
          "Short in most FRs and beyond what the zone can make up for. The certificate has expired, the operating " +
          "system has been without support for years, and no update is announced. The six in use are isolated until they are replaced.",
      },
    ],
  },
  {
    productId: "p06-building-controller",
    subject: "Controllers for the east wing",
    message: "As at the main building. To be tendered with the ventilation of the east wing.",
    zoneId: "building-automation",
    sentDaysAgo: 46,
    dueInDays: -5,
    moves: [
      { type: "accept", daysAgo: 43 },
      { type: "withdraw", daysAgo: 36 },
    ],
  },
  {
    productId: "p09-ai-triage",
    subject: "Triage of chest images, trial",
    message: "Installation in our own data centre. Please state what leaves the hospital.",
    zoneId: "research-ai",
    sentDaysAgo: 42,
    dueInDays: -10,
    moves: [
      {
        type: "decline",
        daysAgo: 38,
        reason:
          "The product is offered as a hosted service only; an installation on your premises is not planned.",
      },
    ],
  },
  {
    productId: "p11-integration-engine",
    subject: "Integration engine, successor",
    message: "Carries all orders and results. Please answer for the release with high availability.",
    zoneId: "clinical-services",
    sentDaysAgo: 35,
    dueInDays: 21,
    moves: [
      { type: "accept", daysAgo: 32 },
      { type: "declare", daysAgo: 18 },
      {
        type: "decide",
        daysAgo: 11,
        kind: "return-for-changes",
        reason:
          "One level short in five FRs of the most central zone, and CVE-2021-44228 stands open in it. Please declare " +
          "again with the release that signs in with a second factor, and with a logging library that is not exploited.",
      },
    ],
  },
  {
    productId: "p05-lab-analyser",
    subject: "Blood count analysers for the central laboratory",
    message: "Three analysers. We need answers to every row, not only certificates of the company.",
    zoneId: "laboratory",
    sentDaysAgo: 31,
    dueInDays: 7,
    moves: [
      { type: "accept", daysAgo: 28 },
      { type: "declare", daysAgo: 13 },
    ],
  },
  {
    productId: "p04-pacs",
    subject: "PACS, extension by three years",
    message: "Please declare the release that will be installed before the extension starts.",
    zoneId: "imaging-archive",
    sentDaysAgo: 20,
    dueInDays: 14,
    moves: [
      { type: "accept", daysAgo: 17 },
      { type: "declare", daysAgo: 9 },
      {
        type: "ask",
        daysAgo: 7,
        from: "hospital",
        text: "Can the web viewer be left out, and does anything else stop working then?",
        answer: {
          daysAgo: 6,
          text: "Yes, by an option of the installation. Only reading on the ward tablets depends on it.",
        },
      },
    ],
  },
  {
    productId: "p08-telemetry-gateway",
    subject: "Gateway for wearables of the heart failure clinic",
    message: "The gateway stands in your cloud; the clinic reads through our DMZ.",
    zoneId: "home-monitoring",
    sentDaysAgo: 12,
    dueInDays: 18,
    moves: [
      { type: "accept", daysAgo: 8 },
      {
        type: "ask",
        daysAgo: 4,
        from: "supplier",
        text: "Does the clinic read with certificates of its own, or shall we issue them?",
      },
    ],
  },
  {
    productId: "p12-gas-alarm-panel",
    subject: "Gas alarm panels for the new pavilion",
    message: "Twelve panels. Tell us whether a release with anything but plain Modbus is planned.",
    zoneId: "medical-gas",
    sentDaysAgo: 5,
    dueInDays: 30,
    moves: [],
  },
  {
    productId: null,
    supplierId: DEMO_SUPPLIERS[0].id,
    subject: "Syringe pumps for neonatology",
    message: "Which of your pumps would you declare for intensive care? Wired operation only.",
    zoneId: "critical-care",
    sentDaysAgo: 3,
    dueInDays: 32,
    moves: [],
  },
];
