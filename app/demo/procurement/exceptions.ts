import type { ResidualRisk } from "~/domain/procurement/exception";
import type { ReviewInterval, ReviewOutcome } from "~/domain/procurement/exception-review";
import { type DemoPerson, HOSPITAL_PEOPLE } from "../people";

/** A written acceptance, with who asked for it when. */
export type PlannedException = {
  productId: string;
  zoneId: string;
  /** `all` = every gap that the product had in the zone on the day of the request. */
  gaps: "all" | ReadonlyArray<string>;
  reason: string;
  residualRisk: ResidualRisk;
  residualText: string;
  /** Last day from today on; negative = it has ended. */
  endsInDays: number;
  reviewEveryDays: ReviewInterval;
  by: DemoPerson;
  requestedDaysAgo: number;
  /** By the security lead; null = still waiting. */
  granted: { daysAgo: number; note: string } | null;
  reviews: ReadonlyArray<{ daysAgo: number; by: DemoPerson; outcome: ReviewOutcome; note: string }>;
};

const { engineer, secondEngineer, procurement } = HOSPITAL_PEOPLE;

/** One in force and looked at again, one whose review is overdue, one that has ended, one that waits. */
export const PLANNED_EXCEPTIONS: ReadonlyArray<PlannedException> = [
  {
    productId: "p03-ct-scanner",
    zoneId: "imaging",
    gaps: "all",
    reason:
      "No other scanner can be delivered this year, and without a second room every emergency waits behind the " +
      "planned examinations. The need ends with the exchange of the operating system under the service contract.",
    residualRisk: "medium",
    residualText:
      "Somebody who gets past the access broker finds consoles that are not patched any more. Examinations would " +
      "stop until they are installed anew; doses are limited by the scanner itself.",
    endsInDays: 200,
    reviewEveryDays: 30,
    by: engineer,
    requestedDaysAgo: 58,
    granted: { daysAgo: 57, note: "Only together with the exchange, as a condition of the approval." },
    reviews: [],
  },
  {
    productId: "p01-infusion-pump",
    zoneId: "wireless-medical",
    gaps: "all",
    reason:
      "The radio network admits devices one by one, and the pumps in use are worse in every point. The supplier has " +
      "announced keys in hardware for the next line.",
    residualRisk: "medium",
    residualText:
      "Who takes a pump apart can copy its key and stand for any other pump of the line until it is blocked. Doses " +
      "are confirmed at the bedside.",
    endsInDays: 640,
    reviewEveryDays: 90,
    by: procurement,
    requestedDaysAgo: 48,
    granted: { daysAgo: 46, note: "Two years at most; with the sensor behind the radio controllers." },
    reviews: [
      {
        daysAgo: 16,
        by: secondEngineer,
        outcome: "continue",
        note: "First lot looked at: every pump is admitted by its own entry, lost ones can be blocked.",
      },
    ],
  },
  {
    productId: "p11-integration-engine",
    zoneId: "clinical-services",
    gaps: ["known-vulnerabilities-are-handled:CVE-2021-44228"],
    reason:
      "Parallel operation for two weeks, to compare messages. No order and no result leaves the engine.",
    residualRisk: "high",
    residualText: "The engine can be taken over from the zone while it runs; it is switched off at night.",
    endsInDays: -3,
    reviewEveryDays: 30,
    by: secondEngineer,
    requestedDaysAgo: 17,
    granted: { daysAgo: 16, note: "For the two weeks of the comparison and not a day longer." },
    reviews: [],
  },
  {
    productId: "p10-anaesthesia-legacy",
    zoneId: "operating-theatres",
    gaps: ["malware-is-kept-out:product", "support-outlasts-service-life:product"],
    reason:
      "Six workstations of this type stay in use until the new theatres open. Nothing is installed on them any more.",
    residualRisk: "high",
    residualText:
      "A workstation that is infected cannot be cleaned and has to be taken out of use, in the middle of a list of " +
      "operations. Ventilation goes on without the network.",
    endsInDays: 180,
    reviewEveryDays: 90,
    by: engineer,
    requestedDaysAgo: 2,
    granted: null,
    reviews: [],
  },
];
