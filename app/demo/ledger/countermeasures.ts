import { conduitId } from "../campus/conduits";
import { type DemoPerson, HOSPITAL_PEOPLE } from "../people";

/** An entry of the ledger, with who proposed it when. */
export type PlannedCountermeasure = {
  elementKind: "zone" | "conduit";
  elementId: string;
  title: string;
  description: string;
  requirementIds: ReadonlyArray<string>;
  evidence: string;
  /** Last day from today on; negative = it has ended; null = without end. */
  endsInDays: number | null;
  by: DemoPerson;
  proposedDaysAgo: number;
  /** Accepted by the security lead; null = still waiting. */
  acceptedDaysAgo: number | null;
};

const { engineer, secondEngineer } = HOSPITAL_PEOPLE;

/** What the campus makes up for: two in force, one that ends soon, one that has ended, one that waits. */
export const PLANNED_COUNTERMEASURES: ReadonlyArray<PlannedCountermeasure> = [
  {
    elementKind: "zone",
    elementId: "critical-care",
    title: "Boundary device of intensive care",
    description:
      "A pair of firewalls between the bedside and everything else. Deny by default; the rules follow the " +
      "installation guides of the monitors and are compared with them every quarter.",
    requirementIds: ["CR 5.1"],
    evidence: "Rule set ICU-7 and the report of its test, both in the change record of the firewalls.",
    endsInDays: null,
    by: engineer,
    proposedDaysAgo: 68,
    acceptedDaysAgo: 66,
  },
  {
    elementKind: "conduit",
    elementId: conduitId("vendor-access", "building-automation"),
    title: "Watched service sessions to the plant",
    description:
      "Suppliers reach the controllers only through the access broker. Every session is recorded, and a passive " +
      "sensor behind the broker reports what is unusual to the SIEM.",
    requirementIds: ["CR 6.2"],
    evidence: "Three recorded sessions of last month; alert of the test on the sensor.",
    endsInDays: 300,
    by: secondEngineer,
    proposedDaysAgo: 52,
    acceptedDaysAgo: 48,
  },
  {
    elementKind: "zone",
    elementId: "medical-gas",
    title: "Locked plant rooms with a line of their own",
    description:
      "Panels and manifold are wired to one locked cabinet that nothing else is plugged into. Readings leave " +
      "through a gateway that lets nothing back in.",
    requirementIds: ["CR 4.1", "CR 4.3", "CR 6.2"],
    evidence: "Key list of facility management, wiring plan of the cabinets, yearly inspection.",
    endsInDays: 18,
    by: engineer,
    proposedDaysAgo: 45,
    acceptedDaysAgo: 43,
  },
  {
    elementKind: "zone",
    elementId: "research-ai",
    title: "Copies destroyed with the trial",
    description:
      "Triage runs on machines that are made for one trial and destroyed with their disks at its end, so that " +
      "nothing is left in memory or on disk for the next one.",
    requirementIds: ["CR 4.2 RE(1)", "CR 4.2 RE(2)"],
    evidence:
      "Protocol of the last destruction, signed by two people. The contract of the trial ends with it.",
    endsInDays: -12,
    by: secondEngineer,
    proposedDaysAgo: 61,
    acceptedDaysAgo: 60,
  },
  {
    elementKind: "zone",
    elementId: "wireless-medical",
    title: "Keys of the pumps held by the radio controllers",
    description:
      "The controllers admit every pump by a certificate whose key they keep in hardware, because the pumps keep " +
      "theirs in software.",
    requirementIds: ["CR 1.2 RE(1)", "CR 1.5 RE(1)", "CR 1.9 RE(1)", "CR 1.14 RE(1)"],
    evidence: "Data sheet of the controllers; a test with two pumps is planned.",
    endsInDays: 365,
    by: secondEngineer,
    proposedDaysAgo: 4,
    acceptedDaysAgo: null,
  },
];
