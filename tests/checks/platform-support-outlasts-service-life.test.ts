import { platformSupportOutlastsServiceLife } from "~/domain/assessment/checks/protection/platform-support-outlasts-service-life";
import type { ProductFacts } from "~/domain/declaration/facts";
import { factScenarios } from "./fact-scenarios";

const policy = { platformSupport: true, plannedServiceYears: 8 };
const asOf = "2026-11-21";

type Platform = NonNullable<ProductFacts["platforms"]>[number];

function aPlatform(overrides: Partial<Platform> = {}): Platform {
  return {
    kind: "operating-system",
    name: "Ward OS",
    version: "11",
    supportEndsOn: "2034-11-21",
    ...overrides,
  };
}

factScenarios(platformSupportOutlastsServiceLife, [
  {
    name: "no rule, nothing to say, though years of use are planned",
    given: { asOf, policy: { plannedServiceYears: 8 }, facts: { platforms: [] } },
    expect: [],
  },
  {
    name: "a rule that the zone has switched off is silent",
    given: { asOf, policy: { platformSupport: false }, facts: { platforms: [aPlatform()] } },
    expect: [],
  },
  {
    name: "a platform that is supported to the last day of use conforms",
    given: { asOf, policy, facts: { platforms: [aPlatform()] } },
    expect: [
      {
        about: "operating-system/Ward OS/11",
        outcome: "conforms",
        severity: "none",
        expected: "Operating system and components are supported until 2034-11-21 or later.",
        declared: "Ward OS 11 (operating system): support ends on 2034-11-21.",
        reason: "Ward OS 11 is supported until 2034-11-21, for as long as the product is to be used.",
        close: [],
      },
    ],
  },
  {
    name: "each platform is judged by itself",
    given: {
      asOf,
      policy,
      facts: {
        platforms: [
          aPlatform({ supportEndsOn: "2034-11-20" }),
          aPlatform({ kind: "component", name: "libcare", version: "", supportEndsOn: "2026-11-20" }),
          aPlatform({ kind: "component", name: "Store", version: "3", supportEndsOn: null }),
        ],
      },
    },
    expect: [
      {
        about: "component/Store/3",
        outcome: "incomplete",
        severity: "open",
        declared: "Store 3 (component): the supplier does not know when its support ends.",
        reason: "When the support of Store 3 ends is not stated.",
        close: ["supplier: Find out and state when the support of Store 3 ends."],
      },
      {
        about: "component/libcare/",
        outcome: "does-not-conform",
        severity: "gap",
        declared: "libcare (component): support ended on 2026-11-20.",
        reason: "The support of libcare ended on 2026-11-20: nobody fixes its vulnerabilities any more.",
        close: [
          "supplier: Move the product to a version that is supported until 2034-11-21.",
          "supplier: Show a contract that extends the support of libcare to 2034-11-21.",
          "hospital: Accept it by a written exception, keep the product apart from all it does not need, and plan its replacement.",
        ],
      },
      {
        about: "operating-system/Ward OS/11",
        outcome: "does-not-conform",
        severity: "gap",
        declared: "Ward OS 11 (operating system): support ends on 2034-11-20.",
        reason:
          "The support of Ward OS 11 ends on 2034-11-20, but the product is to be used until 2034-11-21.",
        close: [
          "supplier: Move the product to a version that is supported until 2034-11-21.",
          "supplier: Show a contract that extends the support of Ward OS 11 to 2034-11-21.",
          "hospital: Accept it by a written exception, keep the product apart from all it does not need, and plan its replacement.",
        ],
      },
    ],
  },
  {
    name: "without planned years support must run today",
    given: {
      asOf,
      policy: { platformSupport: true },
      facts: {
        platforms: [
          aPlatform({ supportEndsOn: "2026-11-21" }),
          aPlatform({ version: "10", supportEndsOn: "2026-11-20" }),
        ],
      },
    },
    expect: [
      {
        about: "operating-system/Ward OS/10",
        outcome: "does-not-conform",
        reason: "The support of Ward OS 10 ended on 2026-11-20: nobody fixes its vulnerabilities any more.",
      },
      {
        about: "operating-system/Ward OS/11",
        outcome: "conforms",
        expected: "Operating system and components are supported until 2026-11-21 or later.",
      },
    ],
  },
  {
    name: "of two entries for one platform the earlier end counts",
    given: {
      asOf,
      policy,
      facts: {
        platforms: [aPlatform({ supportEndsOn: "2040-01-01" }), aPlatform({ supportEndsOn: "2030-01-01" })],
      },
    },
    expect: [
      {
        about: "operating-system/Ward OS/11",
        outcome: "does-not-conform",
        declared: "Ward OS 11 (operating system): support ends on 2030-01-01.",
      },
    ],
  },
  {
    name: "of several entries for one platform one without an end leaves it open",
    given: {
      asOf,
      policy,
      facts: {
        platforms: [
          aPlatform({ supportEndsOn: null }),
          aPlatform({ supportEndsOn: "2040-01-01" }),
          aPlatform({ supportEndsOn: null }),
        ],
      },
    },
    expect: [{ about: "operating-system/Ward OS/11", outcome: "incomplete" }],
  },
  {
    name: "signs in a name do not make one platform of two",
    given: {
      asOf,
      policy,
      facts: {
        platforms: [
          aPlatform({ name: "a/b", version: "c" }),
          aPlatform({ name: "a", version: "b/c" }),
          aPlatform({ name: "a%2Fb", version: "c" }),
        ],
      },
    },
    expect: [
      { about: "operating-system/a/b%2Fc", outcome: "conforms" },
      { about: "operating-system/a%252Fb/c", outcome: "conforms" },
      { about: "operating-system/a%2Fb/c", outcome: "conforms" },
    ],
  },
  {
    name: "a product that stands on nothing of others conforms",
    given: { asOf, policy, facts: { platforms: [] } },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "none",
        expected: "Operating system and components are supported until 2034-11-21 or later.",
        declared: "The product stands on no operating system or component of others.",
        reason: "The product stands on no operating system or component whose support could end.",
        close: [],
      },
    ],
  },
  {
    name: "platforms that are not stated are open",
    given: { asOf, policy },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        severity: "open",
        expected: "Operating system and components are supported until 2034-11-21 or later.",
        declared: "The supplier does not say what the product stands on.",
        reason: "On which operating system and components the product stands is not stated.",
        close: [
          "supplier: List the operating system and the components of others, each with the day on which its support ends.",
        ],
      },
    ],
  },
]);
