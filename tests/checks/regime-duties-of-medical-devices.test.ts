import { regimeDutiesAreMet } from "~/domain/assessment/checks/surroundings/regime-duties-are-met";
import { duty, PROMISED } from "./duties";
import { factScenarios } from "./fact-scenarios";

const MDR = "eu-mdr:application";
const IVDR = "eu-ivdr:application";
const AI = "eu-ai-act:high-risk";

factScenarios(regimeDutiesAreMet, [
  ...(
    [
      [
        MDR,
        "mdr",
        "2021-05-25",
        "2021-05-26",
        "a medical device is declared to conform to the MDR, security included (Annex I 17.2)",
      ],
      [
        IVDR,
        "ivdr",
        "2022-05-25",
        "2022-05-26",
        "an in vitro diagnostic is declared to conform to the IVDR, security included (Annex I 16.1-16.2)",
      ],
    ] as const
  ).flatMap(([id, regime, before, from, asked]) => [
    duty(
      id,
      "the day before it is still to come",
      before,
      { regime },
      { outcome: "conforms", severity: "note" },
    ),
    duty(
      id,
      "conformity that is not stated is open",
      from,
      { regime },
      {
        outcome: "incomplete",
        expected: `Since ${from} ${asked}.`,
        reason: "Under which laws conformity is declared is not stated.",
      },
    ),
    duty(
      id,
      "another law than its own does not conform",
      from,
      {
        regime,
        conformityDeclared: ["directive", regime === "mdr" ? "ivdr" : "mdr"],
      },
      { outcome: "does-not-conform" },
    ),
    duty(
      id,
      "declared conformity conforms, also without a certificate",
      from,
      {
        regime,
        conformityDeclared: [regime],
      },
      { outcome: "conforms", severity: "none", reason: "Conformity is declared as the law asks." },
    ),
    duty(
      id,
      "a certificate counts on its last day",
      "2026-11-21",
      {
        regime,
        conformityDeclared: [regime],
        conformityCertificateEndsOn: "2026-11-21",
      },
      { outcome: "conforms" },
    ),
    duty(
      id,
      "a certificate that has ended shows nothing",
      "2026-11-21",
      {
        regime,
        conformityDeclared: [regime],
        conformityCertificateEndsOn: "2026-11-20",
      },
      {
        outcome: "incomplete",
        declared: "The certificate of the notified body ended on 2026-11-20.",
        reason: "The certificate ended on 2026-11-20, and nothing is stated that has prolonged it.",
        close: ["supplier: State the certificate that holds today, or what has prolonged it."],
      },
    ),
  ]),

  duty(
    AI,
    "a device without AI is not concerned, before and after",
    "2028-08-02",
    {
      regime: "mdr",
      aiFunction: "none",
    },
    null,
  ),
  duty(
    AI,
    "before the day a device of which nobody knows is not concerned",
    "2028-08-01",
    { regime: "mdr" },
    null,
  ),
  duty(
    AI,
    "before the day a device with AI has it to come",
    "2028-08-01",
    {
      regime: "mdr",
      aiFunction: "assistive",
      conformityDeclared: ["mdr"],
    },
    {
      outcome: "conforms",
      severity: "note",
      expected:
        "From 2028-08-02 on a medical device with a high-risk AI function is declared to conform to the AI Act (Annex I).",
      declared: "Conformity is declared with: MDR.",
      reason: `${PROMISED} 2028-08-02 on.`,
    },
  ),
  duty(
    AI,
    "from the day on not saying whether there is AI is open",
    "2028-08-02",
    { regime: "mdr" },
    {
      outcome: "incomplete",
      reason:
        "Whether the AI Act asks something of the product cannot be told: whether it has an AI function is not stated.",
      close: ["supplier: State whether the product has an AI function."],
    },
  ),
  duty(
    AI,
    "declared conformity conforms",
    "2028-08-02",
    {
      regime: "mdr",
      aiFunction: "adaptive",
      conformityDeclared: ["mdr", "ai-act"],
    },
    { outcome: "conforms", severity: "none" },
  ),
  ...[{}, { conformityDeclared: ["mdr" as const] }].map((stated) =>
    duty(
      AI,
      `AI without conformity has to be looked at (${Object.keys(stated).length})`,
      "2028-08-02",
      {
        regime: "mdr",
        aiFunction: "assistive",
        ...stated,
      },
      {
        outcome: "conforms-with-conditions",
        severity: "condition",
        declared: "The product has an AI function, and conformity with the AI Act is not declared.",
        reason:
          "AI functions of medical devices are high-risk as a rule. Somebody has to confirm that this one is not.",
        close: [
          "supplier: Declare conformity with the AI Act where it asks for it.",
          "hospital: Confirm with the supplier that the AI function is not high-risk.",
        ],
      },
    ),
  ),
]);
