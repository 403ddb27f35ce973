import type { SampleProduct } from "~/catalogue/schemas";
import type { Answer } from "~/domain/declaration/declaration";

/** How a row is met where the product has to be set up for it. */
export const HOW_CONFIGURED: Readonly<Record<string, string>> = {
  "CR 1.1": "Sign-in at every start is switched on in the security profile “hospital”.",
  "CR 1.1 RE(1)": "The shared ward sign-in is switched off; accounts come from the hospital's directory.",
  "CR 1.3": "Accounts come from the directory over LDAPS once it has been entered.",
  "CR 1.5": "Default passwords must be changed at commissioning; the assistant insists.",
  "CR 1.7": "Password rules are set in the security profile “hospital”.",
  "CR 1.8": "Certificates of the hospital are enrolled over SCEP.",
  "CR 1.11": "Lock-out after five attempts; the number is a setting.",
  "CR 1.12": "The hospital enters the text of the notice.",
  "CR 2.1 RE(2)": "Roles are mapped from groups of the directory.",
  "CR 2.5": "Idle lock after ten minutes; what the patient needs stays on the screen.",
  "CR 2.6": "Service sessions end after fifteen minutes; the time is a setting.",
  "CR 2.8": "The audit profile “security” is switched on.",
  "CR 2.11 RE(1)": "The hospital's time servers are entered at commissioning.",
  "CR 3.1": "TLS 1.2 or newer is switched on for every interface.",
  "HDR 3.2": "Allow-listing goes to enforcing mode after commissioning.",
  "CR 4.1": "Encryption of stored records is switched on at installation.",
  "CR 6.1": "Logs are sent over TLS to the hospital's collector.",
  "CR 6.2": "Health and security events are sent to the hospital's monitoring over SNMPv3.",
  "CR 7.3": "A nightly backup goes to a share of the hospital.",
  "CR 7.7": "Unneeded services are switched off by the security profile “hospital”.",
};

/** Why a row is not met, in the supplier's words; other rows stand without. */
export const WHY_NOT_MET: Readonly<Record<string, string>> = {
  "CR 1.1 RE(1)": "One code for the whole ward; accounts for each person are planned.",
  "CR 1.1 RE(2)": "No second factor.",
  "CR 1.2 RE(1)": "One certificate for the product line, none for the single device.",
  "CR 1.5 RE(1)": "Keys are kept in software.",
  "CR 1.7 RE(1)": "Reuse of passwords is not checked.",
  "CR 1.9 RE(1)": "Private keys are kept in software.",
  "CR 1.14 RE(1)": "Shared keys are kept in software.",
  "CR 2.1 RE(3)": "An emergency override exists but leaves no trace.",
  "CR 2.7": "The number of sessions is not limited.",
  "CR 2.9 RE(1)": "Old records are overwritten without a warning.",
  "CR 3.4 RE(2)": "Integrity is checked at start; nobody is told at once.",
  "EDR 3.11 RE(1)": "Seals are looked at during maintenance; the device reports nothing.",
  "HDR 3.11 RE(1)": "An opened cover is logged and not reported.",
  "CR 4.2 RE(1)": "Memory is not cleared between users.",
  "CR 4.2 RE(2)": "The erasure is not verified.",
  "NDR 5.2 RE(2)": "Cannot be cut off by a command.",
  "NDR 5.2 RE(3)": "Keeps forwarding when the filter fails.",
  "CR 6.1 RE(1)": "A technician reads the logs at the device.",
  "CR 6.2": "No events leave the device.",
  "CR 7.6 RE(1)": "Settings are documented as PDF only.",
};

const WIRELESS_PRODUCTS = ["p01-infusion-pump", "p08-telemetry-gateway"];
const PRODUCTS_WITHOUT_A_WEB = [
  "p01-infusion-pump",
  "p02-patient-monitor",
  "p06-building-controller",
  "p07-remote-access-gateway",
  "p08-telemetry-gateway",
  "p10-anaesthesia-legacy",
  "p12-gas-alarm-panel",
];
const PRODUCTS_WITHOUT_A_PKI = ["p10-anaesthesia-legacy", "p12-gas-alarm-panel"];

type Reason = {
  rows: ReadonlyArray<string>;
  concerns: (product: Pick<SampleProduct, "id" | "componentTypes">) => boolean;
  why: string;
};

/** Rows that say nothing about some products. */
const NOT_APPLICABLE: ReadonlyArray<Reason> = [
  {
    rows: ["CR 2.2", "NDR 1.6", "NDR 1.6 RE(1)"],
    concerns: ({ id }) => !WIRELESS_PRODUCTS.includes(id),
    why: "There is no radio interface.",
  },
  {
    rows: ["EDR 2.4", "EDR 2.4 RE(1)", "NDR 2.4", "NDR 2.4 RE(1)"],
    concerns: ({ id }) => PRODUCTS_WITHOUT_A_WEB.includes(id),
    why: "Mobile code is neither received nor run.",
  },
  {
    rows: ["CR 3.6"],
    concerns: ({ componentTypes }) => componentTypes.every((type) => type === "software-application"),
    why: "No output acts on a physical process.",
  },
  {
    rows: ["CR 1.14", "CR 1.14 RE(1)"],
    concerns: ({ componentTypes }) => componentTypes.every((type) => type === "software-application"),
    why: "Symmetric keys are not used to prove who somebody is.",
  },
  {
    rows: ["CR 1.8", "CR 1.9", "CR 1.9 RE(1)"],
    concerns: ({ id }) => PRODUCTS_WITHOUT_A_PKI.includes(id),
    why: "Neither certificates nor public keys are used.",
  },
];

export function whyNotApplicable(
  product: Pick<SampleProduct, "id" | "componentTypes">,
  requirementId: string,
): string | undefined {
  return NOT_APPLICABLE.find(({ rows, concerns }) => rows.includes(requirementId) && concerns(product))?.why;
}

const BOUNDARY_DEVICE =
  "The product separates nothing by itself. The boundary device of the zone has to: allow only the flows in the " +
  "installation guide, deny everything else.";

/** Where the surrounding zone provides what the product does not. */
export const COUNTERMEASURES: Readonly<Record<string, Readonly<Record<string, Answer>>>> = {
  "p01-infusion-pump": {
    "CR 3.4 RE(2)": onThe("The pump server compares checksums every hour and raises an alert."),
    "EDR 3.11 RE(1)": onThe("Every pump is counted and its seal looked at when it is cleaned."),
    "CR 6.2": onThe("A passive sensor behind the radio controllers watches the pumps."),
  },
  "p02-patient-monitor": { "CR 5.1": onThe(BOUNDARY_DEVICE) },
  "p04-pacs": { "CR 5.1": onThe(BOUNDARY_DEVICE) },
};

function onThe(note: string): Answer {
  return { value: "met-with-countermeasure", note };
}

/** Rows that give way to an essential function: not met on purpose, with what stands in for them among the facts. */
export const GIVES_WAY: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "p01-infusion-pump": { "CR 2.5": "The keys never lock: a rate must be within reach at any time." },
  "p02-patient-monitor": { "CR 2.5": "The view of the patient never locks; settings ask for a sign-in." },
};
