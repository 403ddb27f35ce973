// One declaration against one zone, against reading the same declaration once from JSON: what a server does anyway
// before it can judge anything. Issue by issue the engine gets faster; this keeps it from getting slower.
import { compare, importSource, report } from "./harness.mjs";

const { judge, assess } = await importSource("app/domain/assessment/assess.ts");
const { requirementProfile } = await importSource("app/domain/assessment/requirement-profile.ts");
const { COMPONENT_REQUIREMENTS, CATALOGUE_VERSION } = await importSource("app/catalogue/catalogue.ts");
const { flatVector } = await importSource("app/domain/security-level/security-level.ts");

const AS_OF = "2026-11-21";
const PER_ROUND = 100;
const profiles = [1, 2, 3, 4].map((level) =>
  requirementProfile({
    slTarget: flatVector(level),
    requirements: COMPONENT_REQUIREMENTS,
    catalogueVersion: CATALOGUE_VERSION,
  }),
);
const values = ["met", "met-by-configuration", "met-with-countermeasure", "not-met", "not-applicable"];
const declaration = {
  componentTypes: ["host-device", "network-device"],
  claimedSlCapability: flatVector(2),
  answers: Object.fromEntries(
    COMPONENT_REQUIREMENTS.map(({ id }, index) => [
      id,
      { value: values[index % values.length], note: "as documented" },
    ]),
  ),
};
const text = JSON.stringify(declaration);
const repeat = (work) => () => {
  for (let index = 0; index < PER_ROUND; index++) work(profiles[index % profiles.length]);
};

const { medians, ratio } = await compare({
  json: repeat(() => JSON.parse(text)),
  judge: repeat((profile) => judge(profile, declaration, AS_OF)),
  assess: repeat((profile) => assess(profile, declaration, AS_OF)),
});

console.error(
  `${(text.length / 1024).toFixed(1)} KiB of JSON, ${(medians.json.cpu / PER_ROUND).toFixed(3)} ms to read`,
);
const judged = ratio("judge", "json").cpu;
const assessed = ratio("assess", "json").cpu;
report([
  {
    name: "judge one declaration",
    value: judged,
    unit: "× reading it (CPU)",
    goal: "≤ 20",
    holds: judged <= 20,
  },
  {
    name: "assess it with fingerprint",
    value: assessed,
    unit: "× reading it (CPU)",
    goal: "≤ 200",
    holds: assessed <= 200,
  },
]);
