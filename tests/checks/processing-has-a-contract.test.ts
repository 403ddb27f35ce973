import { processingHasAContract } from "~/domain/assessment/checks/surroundings/processing-has-a-contract";
import { factScenarios } from "./fact-scenarios";
import { handled } from "./handled-data";

const policy = { processorContract: true };
const NOT_NEEDED = "Data about people do not reach the supplier, so no contract is needed.";
const REFUSED = "Data about people reach the supplier without a contract, which the law does not permit.";
const UNTOLD =
  "The supplier does not state which data are handled, where they are kept, or whether there is remote access.";

factScenarios(processingHasAContract, [
  { name: "no rule, nothing to say", given: { facts: { processorContract: false } }, expect: [] },
  {
    name: "a rule that the zone has switched off is silent",
    given: {
      policy: { processorContract: false },
      facts: { dataHandling: [handled()], dataLocations: ["cloud-eea"], processorContract: false },
    },
    expect: [],
  },
  {
    name: "without data about people no contract is needed",
    given: {
      policy,
      facts: {
        dataHandling: [
          handled({ stored: false }),
          handled({ dataClass: "personal", stored: false }),
          handled({ dataClass: "logs", sent: true }),
        ],
        dataLocations: ["cloud-eea"],
        remoteAccess: ["permanent"],
        processorContract: false,
      },
    },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "none",
        expected: "A contract on the processing of personal data, wherever they reach the supplier.",
        reason: NOT_NEEDED,
        close: [],
      },
    ],
  },
  {
    name: "a list that leaves out data about people does not say that there are none",
    given: {
      policy,
      facts: {
        dataHandling: [handled({ dataClass: "personal", stored: false }), handled({ dataClass: "logs" })],
        dataLocations: ["cloud-eea"],
        remoteAccess: ["permanent"],
        processorContract: false,
      },
    },
    expect: [{ about: "product", outcome: "incomplete", reason: UNTOLD }],
  },
  {
    name: "data about people that stay at home, without remote access, need no contract",
    given: {
      policy,
      facts: { dataHandling: [handled()], dataLocations: ["device", "hospital"], remoteAccess: [] },
    },
    expect: [{ about: "product", outcome: "conforms", reason: NOT_NEEDED }],
  },
  {
    name: "remote access does not reach data about people that are only sent on",
    given: {
      policy,
      facts: {
        dataHandling: [handled({ stored: false, sent: true })],
        dataLocations: ["hospital"],
        remoteAccess: ["permanent"],
        processorContract: false,
      },
    },
    expect: [{ about: "product", outcome: "conforms", reason: NOT_NEEDED }],
  },
  {
    name: "nor does it matter there whether remote access is stated",
    given: {
      policy,
      facts: { dataHandling: [handled({ stored: false, sent: true })], dataLocations: ["hospital"] },
    },
    expect: [{ about: "product", outcome: "conforms", reason: NOT_NEEDED }],
  },
  ...(["supplier-eea", "cloud-eea", "third-country"] as const).map((place) => ({
    name: `data about people that leave for ${place} need a contract`,
    given: {
      policy,
      facts: {
        dataHandling: [handled({ dataClass: "personal", stored: false, sent: true })],
        dataLocations: ["hospital" as const, place],
        remoteAccess: [],
        processorContract: false,
      },
    },
    expect: [{ about: "product", outcome: "does-not-conform" as const, reason: REFUSED }],
  })),
  {
    name: "stored data about people within reach of remote access need a contract",
    given: {
      policy,
      facts: {
        dataHandling: [handled()],
        dataLocations: ["device"],
        remoteAccess: ["on-demand"],
        processorContract: false,
      },
    },
    expect: [
      {
        about: "product",
        outcome: "does-not-conform",
        severity: "gap",
        declared: "Data about people reach the supplier, and it concludes no contract.",
        reason: REFUSED,
        close: [
          "supplier: Offer a contract on processing.",
          "hospital: Use the product without remote access and without services that hold data about people, by a written exception.",
        ],
      },
    ],
  },
  {
    name: "remote access to stored data decides, also where their place is not stated",
    given: {
      policy,
      facts: { dataHandling: [handled()], remoteAccess: ["on-demand"], processorContract: false },
    },
    expect: [{ about: "product", outcome: "does-not-conform" }],
  },
  {
    name: "a contract that is offered conforms",
    given: {
      policy,
      facts: { dataHandling: [handled()], dataLocations: ["cloud-eea"], processorContract: true },
    },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        declared: "The supplier concludes a contract on processing.",
        reason: "The supplier concludes the contract that is needed.",
        close: [],
      },
    ],
  },
  {
    name: "a contract that is offered settles what is not stated",
    given: { policy, facts: { processorContract: true } },
    expect: [{ about: "product", outcome: "conforms" }],
  },
  {
    name: "a contract that is needed and not stated is open",
    given: { policy, facts: { dataHandling: [handled()], dataLocations: ["supplier-eea"] } },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        severity: "open",
        reason: "Whether the supplier concludes a contract on processing is not stated.",
        close: ["supplier: State whether a contract on processing is concluded."],
      },
    ],
  },
  {
    name: "data that nobody has described are open",
    given: { policy, facts: { dataLocations: ["cloud-eea"], processorContract: false } },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        reason: UNTOLD,
        close: [
          "supplier: State which data the product handles, where they are kept, and whether there is remote access.",
        ],
      },
    ],
  },
  {
    name: "data about people without a place are open",
    given: { policy, facts: { dataHandling: [handled()], remoteAccess: [] } },
    expect: [{ about: "product", outcome: "incomplete", reason: UNTOLD }],
  },
  {
    name: "stored data about people are open while remote access is not stated",
    given: { policy, facts: { dataHandling: [handled()], dataLocations: ["device"] } },
    expect: [{ about: "product", outcome: "incomplete", reason: UNTOLD }],
  },
]);
