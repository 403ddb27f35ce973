import { personalDataStaysWherePermitted } from "~/domain/assessment/checks/surroundings/personal-data-stays-where-permitted";
import { factScenarios } from "./fact-scenarios";
import { handled } from "./handled-data";

const policy = { dataLocations: ["device" as const, "hospital" as const] };

factScenarios(personalDataStaysWherePermitted, [
  {
    name: "no rule, nothing to say",
    given: { facts: { dataHandling: [handled()], dataLocations: ["third-country"] } },
    expect: [],
  },
  {
    name: "a rule that the zone has switched off is silent",
    given: {
      policy: { dataLocations: null },
      facts: { dataHandling: [handled()], dataLocations: ["third-country"] },
    },
    expect: [],
  },
  {
    name: "data that nobody has described are open, wherever they are",
    given: { policy, facts: { dataLocations: ["hospital"] } },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        severity: "open",
        expected: "Data about people only here: the device itself and the hospital.",
        reason: "Whether the product handles data about people is not stated.",
        close: ["supplier: Describe the data that the product stores and sends."],
      },
    ],
  },
  {
    name: "a product without data about people conforms and says so",
    given: {
      policy,
      facts: {
        dataHandling: [
          handled({ stored: false }),
          handled({ dataClass: "personal", stored: false }),
          handled({ dataClass: "technical", sent: true }),
        ],
        dataLocations: ["third-country"],
      },
    },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "none",
        declared: "The product neither stores nor sends data about people.",
        reason: "The product neither stores nor sends data about people.",
        close: [],
      },
    ],
  },
  {
    name: "a list that leaves out one kind of data about people does not say that there is none of it",
    given: {
      policy,
      facts: {
        dataHandling: [
          handled({ dataClass: "personal", stored: false }),
          handled({ dataClass: "technical" }),
        ],
        dataLocations: ["third-country"],
      },
    },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        severity: "open",
        declared:
          "The supplier does not say of every kind of data about people whether the product handles it.",
        reason: "Whether the product handles data about people is not stated.",
      },
    ],
  },
  {
    name: "data about people that are somewhere, but nobody says where, are open",
    given: { policy, facts: { dataHandling: [handled()] } },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        reason: "Where data about people are kept is not stated.",
        close: ["supplier: State every place where data are kept."],
      },
    ],
  },
  {
    name: "data about people that are nowhere have not been described",
    given: {
      policy,
      facts: {
        dataHandling: [handled({ dataClass: "personal", stored: false, sent: true })],
        dataLocations: [],
      },
    },
    expect: [
      { about: "product", outcome: "incomplete", reason: "Where data about people are kept is not stated." },
    ],
  },
  {
    name: "data about people at home conform",
    given: { policy, facts: { dataHandling: [handled()], dataLocations: ["hospital"] } },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "none",
        declared: "Data are kept here: the hospital.",
        reason: "Data about people stay where the hospital permits.",
        close: [],
      },
    ],
  },
  {
    name: "one place too many does not conform",
    given: {
      policy,
      facts: {
        dataHandling: [handled({ stored: false, sent: true })],
        dataLocations: ["hospital", "cloud-eea"],
      },
    },
    expect: [
      {
        about: "product",
        outcome: "does-not-conform",
        severity: "gap",
        declared: "Data are kept here: a cloud in the EEA and the hospital.",
        reason: "Data about people are kept where the hospital does not permit it: a cloud in the EEA.",
        close: [
          "supplier: Keep data about people only where the hospital permits, and declare it.",
          "hospital: Accept this place by a written exception, after asking the data protection officer.",
        ],
      },
    ],
  },
  {
    name: "a zone that permits no place takes no data about people",
    given: {
      policy: { dataLocations: [] },
      facts: { dataHandling: [handled()], dataLocations: ["device"] },
    },
    expect: [
      {
        about: "product",
        outcome: "does-not-conform",
        expected: "No data about people anywhere in or behind the product.",
      },
    ],
  },
]);
