import { aiFunctionIsDocumented } from "~/domain/assessment/checks/surroundings/ai-function-is-documented";
import { factScenarios } from "./fact-scenarios";

const policy = { aiDocumentation: true };

factScenarios(aiFunctionIsDocumented, [
  {
    name: "no rule, nothing to say",
    given: { facts: { aiFunction: "adaptive", aiDocumentation: false } },
    expect: [],
  },
  {
    name: "a rule that the zone has switched off is silent",
    given: { policy: { aiDocumentation: false }, facts: { aiFunction: "adaptive", aiDocumentation: false } },
    expect: [],
  },
  {
    name: "without an AI function there is nothing to document",
    given: { policy, facts: { aiFunction: "none", aiDocumentation: false } },
    expect: [],
  },
  {
    name: "a function that is not stated is open, whatever is documented",
    given: { policy, facts: { aiDocumentation: true } },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        severity: "open",
        declared: "The supplier does not say whether the product has an AI function.",
        reason: "Whether the product has an AI function is not stated.",
        close: ["supplier: State whether the product has an AI function."],
      },
    ],
  },
  {
    name: "documents that are not stated are open",
    given: { policy, facts: { aiFunction: "assistive" } },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        severity: "open",
        declared:
          "The product has an AI function that assists a person. Whether it is documented is not stated.",
        reason: "Whether the AI function is documented is not stated.",
        close: ["supplier: State whether the AI function is documented."],
      },
    ],
  },
  {
    name: "a documented function conforms",
    given: { policy, facts: { aiFunction: "assistive", aiDocumentation: true } },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "none",
        expected:
          "Documents that say what the AI function is for, where its limits are and how it was trained.",
        reason: "The AI function is documented.",
        close: [],
      },
    ],
  },
  {
    name: "an undocumented function does not",
    given: { policy, facts: { aiFunction: "autonomous", aiDocumentation: false } },
    expect: [
      {
        about: "product",
        outcome: "does-not-conform",
        severity: "gap",
        declared: "The product has an AI function that decides by itself, and it is not documented.",
        reason: "Nobody can watch over a function that is not documented.",
        close: [
          "supplier: Document purpose, limits and training of the AI function.",
          "hospital: Leave the AI function switched off until it is documented, by a written exception.",
        ],
      },
    ],
  },
]);
