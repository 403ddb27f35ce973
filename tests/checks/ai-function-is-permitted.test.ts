import { aiFunctionIsPermitted } from "~/domain/assessment/checks/surroundings/ai-function-is-permitted";
import { factScenarios } from "./fact-scenarios";

const policy = { aiFunctions: ["none" as const, "assistive" as const] };

factScenarios(aiFunctionIsPermitted, [
  { name: "no rule, nothing to say", given: { facts: { aiFunction: "adaptive" } }, expect: [] },
  {
    name: "a rule that the zone has switched off is silent",
    given: { policy: { aiFunctions: null }, facts: { aiFunction: "adaptive" } },
    expect: [],
  },
  {
    name: "a function that is not stated is open",
    given: { policy },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        severity: "open",
        expected: "No other AI functions than of these kinds: assists a person.",
        reason: "Whether the product has an AI function is not stated.",
        close: ["supplier: State whether the product has an AI function, and of what kind."],
      },
    ],
  },
  {
    name: "a product without AI conforms",
    given: { policy, facts: { aiFunction: "none" } },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "none",
        declared: "The product has no AI function.",
        reason: "The product has no AI function.",
        close: [],
      },
    ],
  },
  {
    name: "a product without AI is welcome also where the zone names only kinds of AI, or nothing",
    given: { policy: { aiFunctions: [] }, facts: { aiFunction: "none" } },
    expect: [{ about: "product", outcome: "conforms", expected: "No AI function." }],
  },
  {
    name: "a kind that the zone permits conforms",
    given: { policy, facts: { aiFunction: "assistive" } },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "none",
        declared: "The product has an AI function that assists a person.",
        reason: "The zone permits an AI function that assists a person.",
        close: [],
      },
    ],
  },
  {
    name: "another kind does not",
    given: { policy, facts: { aiFunction: "adaptive" } },
    expect: [
      {
        about: "product",
        outcome: "does-not-conform",
        severity: "gap",
        declared: "The product has an AI function that keeps learning in use.",
        reason: "The zone does not permit an AI function that keeps learning in use.",
        close: [
          "supplier: Supply the product with this function removed or switched off for good, and declare it so.",
          "hospital: Accept the function by a written exception, with a person who watches over its results.",
        ],
      },
    ],
  },
  {
    name: "a zone that takes products without AI only says so",
    given: { policy: { aiFunctions: ["none"] }, facts: { aiFunction: "autonomous" } },
    expect: [
      {
        about: "product",
        outcome: "does-not-conform",
        expected: "No AI function.",
        reason: "The zone permits no AI function, and the product has one that decides by itself.",
      },
    ],
  },
]);
