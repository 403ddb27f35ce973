import { regimeDutiesAreMet } from "~/domain/assessment/checks/surroundings/regime-duties-are-met";
import { DIRECTIVE, duty, HIGHER, LEGACY, LOWER } from "./duties";
import { factScenarios } from "./fact-scenarios";

factScenarios(regimeDutiesAreMet, [
  ...(
    [
      [DIRECTIVE, "mdr-legacy", "mdr", "ivdr", "2021-05-25"],
      ["eu-ivdr:directive-certificate", "ivdr-legacy", "ivdr", "mdr", "2022-05-25"],
    ] as const
  ).flatMap(([id, regime, own, other, before]) => [
    duty(
      id,
      "the day before it is still to come",
      before,
      { regime },
      { outcome: "conforms", severity: "note" },
    ),
    duty(id, "conformity that is not stated is open", "2026-11-21", { regime }, { outcome: "incomplete" }),
    duty(
      id,
      "a legacy device without its directive does not conform",
      "2026-11-21",
      {
        regime,
        conformityDeclared: [other, "cra"],
        conformityCertificateEndsOn: "2027-01-01",
      },
      {
        outcome: "does-not-conform",
        declared: `Conformity is declared with: CRA and ${other.toUpperCase()}.`,
      },
    ),
    duty(
      id,
      "a directive with a certificate that holds conforms",
      "2026-11-21",
      {
        regime,
        conformityDeclared: ["directive"],
        conformityCertificateEndsOn: "2026-11-21",
      },
      { outcome: "conforms", severity: "none" },
    ),
    duty(
      id,
      "a certificate that has ended is open",
      "2026-11-21",
      {
        regime,
        conformityDeclared: ["directive"],
        conformityCertificateEndsOn: "2026-11-20",
      },
      {
        outcome: "incomplete",
        reason: "The certificate ended on 2026-11-20, and nothing is stated that has prolonged it.",
      },
    ),
    duty(
      id,
      "whether none is needed has to be confirmed",
      "2026-11-21",
      {
        regime,
        conformityDeclared: ["directive"],
      },
      {
        outcome: "conforms-with-conditions",
        severity: "condition",
        declared:
          "Conformity is declared with: a directive before MDR or IVDR. No certificate of a notified body is named.",
        reason:
          "A device under an earlier directive rests on its certificate, unless its class needs none. Somebody has to confirm that.",
        close: [
          "supplier: State the last day of the certificate of the notified body.",
          "hospital: Confirm with the supplier that a device of this class needs no certificate.",
        ],
      },
    ),
    duty(
      id,
      "a device that conforms to the regulation already needs no directive",
      "2026-11-21",
      {
        regime,
        conformityDeclared: [own],
      },
      { outcome: "conforms", severity: "none" },
    ),
  ]),

  duty(HIGHER, "the transition includes its last day", "2027-12-31", LEGACY, {
    outcome: "conforms",
    severity: "note",
    expected:
      "Devices of the higher classes may rest on an earlier directive until 2027-12-31 at the latest (Regulation (EU) 2023/607).",
    reason:
      "If the device is of class III, or implanted and of class IIb: its transition still runs, until 2027-12-31.",
    close: [],
  }),
  duty(HIGHER, "after it the class decides, and not stating it is open", "2028-01-01", LEGACY, {
    outcome: "incomplete",
    declared: "The supplier does not state the risk class.",
    reason:
      "The transition has ended for the higher classes on 2027-12-31. Without the risk class nobody can tell whether the device is among them.",
    close: ["supplier: State the risk class of the device."],
  }),
  duty(
    HIGHER,
    "a class that is stated has to be confirmed",
    "2028-01-01",
    { ...LEGACY, riskClass: "IIa" },
    {
      outcome: "conforms-with-conditions",
      declared: "The risk class is stated as IIa.",
      reason:
        "The transition has ended for the higher classes on 2027-12-31. Somebody has to confirm that this class is not among them.",
      close: [
        "supplier: Bring the device under the regulation and declare its conformity.",
        "hospital: Confirm with the supplier that the longer transition holds for this class.",
      ],
    },
  ),
  ...[HIGHER, LOWER].flatMap((id) =>
    ["2026-11-21", "2029-01-01"].map((asOf) =>
      duty(
        id,
        `a device that conforms to the regulation needs no transition on ${asOf}`,
        asOf,
        {
          ...LEGACY,
          conformityDeclared: ["directive", "mdr"],
        },
        { outcome: "conforms", severity: "none", reason: "Conformity is declared as the law asks." },
      ),
    ),
  ),
  duty(LOWER, "the transition includes its last day", "2028-12-31", LEGACY, {
    outcome: "conforms",
    severity: "note",
    reason:
      "If the device is of class IIb and not implanted, of class IIa or of class I: its transition still runs, until 2028-12-31.",
  }),
  duty(
    LOWER,
    "after the last transition a directive is no ground any more",
    "2029-01-01",
    {
      ...LEGACY,
      riskClass: "IIa",
    },
    {
      outcome: "does-not-conform",
      severity: "gap",
      reason: "The transition ended on 2028-12-31, and conformity with the regulation is not declared.",
      close: [
        "supplier: Bring the device under the regulation and declare its conformity.",
        "hospital: Accept it by a written exception, limited in time, after legal advice.",
      ],
    },
  ),
  duty(
    LOWER,
    "nor where conformity is not stated at all",
    "2029-01-01",
    { regime: "mdr-legacy" },
    {
      outcome: "does-not-conform",
      declared: "Conformity is declared with: none.",
    },
  ),
]);
