import type { PolicyLayer } from "~/domain/policy/policy";
import { setOrganisationPolicy } from "~/use-cases/policies/set-organisation-policy.server";
import { HOSPITAL_PEOPLE } from "../people";
import { callerOf, type Demo, done, momentOf, type Step } from "../timetable";

/** What the hospital wants in every zone, and why; each entry adds to those before it. */
const VERSIONS: ReadonlyArray<{ daysAgo: number; adds: PolicyLayer; reason: string }> = [
  {
    daysAgo: 78,
    adds: { incidentNoticeHours: 24, remoteMultiFactor: true },
    reason:
      "We report serious incidents ourselves within 24 hours, so we have to hear of them in time. Sessions from outside need a second factor, decided after the audit.",
  },
  {
    daysAgo: 74,
    adds: { regimes: ["mdr", "ivdr", "cra", "other"] },
    reason: "No new purchases of devices that live on a certificate under the old directives.",
  },
];

/** Before anything is judged: a later change would put every decision of the demo up for review. */
export function setPolicy(demo: Demo): ReadonlyArray<Step> {
  return VERSIONS.map(({ daysAgo, reason }, place) => {
    const at = momentOf(demo, daysAgo, "09:05");
    const layer: PolicyLayer = Object.assign({}, ...VERSIONS.slice(0, place + 1).map(({ adds }) => adds));
    return {
      at,
      does: async () => {
        const caller = callerOf(demo, HOSPITAL_PEOPLE.lead, at);
        done(await setOrganisationPolicy(caller, { layer, reason, version: place }));
      },
    };
  });
}
