import { productIsHardened } from "~/domain/assessment/checks/protection/product-is-hardened";
import { factScenarios } from "./fact-scenarios";

const both = { hardeningGuide: true, secureByDefault: true };

factScenarios(productIsHardened, [
  { name: "no rule, nothing to say", given: { facts: { hardeningGuide: false } }, expect: [] },
  {
    name: "rules that the zone has switched off are silent",
    given: { policy: { hardeningGuide: false, secureByDefault: null }, facts: { secureByDefault: false } },
    expect: [],
  },
  {
    name: "a guide and safe settings conform",
    given: { policy: both, facts: both },
    expect: [
      {
        about: "hardening-guide",
        outcome: "conforms",
        severity: "none",
        expected: "A hardening guide: which settings are safe and how to make them.",
        declared: "There is a hardening guide.",
        reason: "A hardening guide says how to set the product up safely.",
        close: [],
      },
      {
        about: "secure-by-default",
        outcome: "conforms",
        severity: "none",
        expected:
          "The product arrives with safe settings and with everything switched off that is not needed.",
        declared: "The product arrives with safe settings.",
        reason: "The product arrives with safe settings.",
        close: [],
      },
    ],
  },
  {
    name: "no guide and open settings do not conform",
    given: { policy: both, facts: { hardeningGuide: false, secureByDefault: false } },
    expect: [
      {
        about: "hardening-guide",
        outcome: "does-not-conform",
        severity: "gap",
        declared: "There is no hardening guide.",
        reason:
          "Without a hardening guide the hospital cannot know which settings are safe, nor check them later.",
        close: [
          "supplier: Write down which settings are safe and how to make them, and hand it over with the product.",
          "hospital: Accept it by a written exception, and agree on the settings with the supplier when the product is installed.",
        ],
      },
      {
        about: "secure-by-default",
        outcome: "does-not-conform",
        severity: "gap",
        declared: "The product does not arrive with safe settings.",
        reason: "The product arrives with settings or services open that somebody has to close first.",
        close: [
          "supplier: Deliver the product with safe settings and with everything switched off that is not needed.",
          "hospital: Accept it by a written exception, and harden the product before it goes into use.",
        ],
      },
    ],
  },
  {
    name: "what is not stated is open",
    given: { policy: both },
    expect: [
      {
        about: "hardening-guide",
        outcome: "incomplete",
        severity: "open",
        declared: "The supplier does not say whether there is a hardening guide.",
        reason: "Whether there is a hardening guide is not stated.",
        close: ["supplier: State whether there is a hardening guide."],
      },
      {
        about: "secure-by-default",
        outcome: "incomplete",
        severity: "open",
        declared: "The supplier does not say whether the product arrives with safe settings.",
        reason: "Whether the product arrives with safe settings is not stated.",
        close: ["supplier: State whether the product arrives with safe settings."],
      },
    ],
  },
  {
    name: "a guide alone can be demanded",
    given: { policy: { hardeningGuide: true }, facts: { hardeningGuide: true, secureByDefault: false } },
    expect: [{ about: "hardening-guide", outcome: "conforms" }],
  },
  {
    name: "safe settings alone can be demanded, and a guide does not replace them",
    given: { policy: { secureByDefault: true }, facts: { hardeningGuide: true, secureByDefault: false } },
    expect: [{ about: "secure-by-default", outcome: "does-not-conform" }],
  },
]);
