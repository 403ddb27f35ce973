import { wirelessIsPermitted } from "~/domain/assessment/checks/surroundings/wireless-is-permitted";
import { factScenarios } from "./fact-scenarios";

factScenarios(wirelessIsPermitted, [
  { name: "no rule, nothing to say", given: { facts: { wireless: ["wifi"] } }, expect: [] },
  {
    name: "a rule that the zone has switched off is silent",
    given: { policy: { wireless: null }, facts: { wireless: ["wifi"] } },
    expect: [],
  },
  {
    name: "radios that are not stated are open",
    given: { policy: { wireless: ["wifi"] } },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        severity: "open",
        expected: "No other radios than Wi-Fi.",
        reason: "Whether the product uses radio is not stated.",
        close: ["supplier: State which radios the product uses, or that it uses none."],
      },
    ],
  },
  {
    name: "a product without radio conforms, also in a zone without any",
    given: { policy: { wireless: [] }, facts: { wireless: [] } },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "none",
        expected: "No radio at all.",
        reason: "The product uses no radio.",
        close: [],
      },
    ],
  },
  {
    name: "radios that the zone permits conform, not all of them need be used",
    given: { policy: { wireless: ["wifi", "bluetooth"] }, facts: { wireless: ["bluetooth"] } },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "none",
        expected: "No other radios than Wi-Fi and Bluetooth.",
        declared: "The product uses Bluetooth.",
        reason: "The product uses only radios that the zone permits.",
        close: [],
      },
    ],
  },
  {
    name: "one radio that the zone does not permit is one too many",
    given: { policy: { wireless: ["wifi"] }, facts: { wireless: ["wifi", "cellular"] } },
    expect: [
      {
        about: "product",
        outcome: "does-not-conform",
        severity: "gap",
        declared: "The product uses cellular and Wi-Fi.",
        reason: "The zone does not permit cellular.",
        close: [
          "supplier: Supply the product with cellular removed or switched off for good, and declare it so.",
          "hospital: Place the product in a zone for wireless devices.",
        ],
      },
    ],
  },
  {
    name: "a zone without radio says so",
    given: { policy: { wireless: [] }, facts: { wireless: ["wifi"] } },
    expect: [
      {
        about: "product",
        outcome: "does-not-conform",
        expected: "No radio at all.",
        reason: "The zone is free of radio, and the product uses Wi-Fi.",
      },
    ],
  },
]);
