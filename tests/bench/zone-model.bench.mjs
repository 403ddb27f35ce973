// What one edit of a large model costs, against writing and reading the same model once as JSON: the least that any
// save of it has to do.
import { compare, importSource, report } from "./harness.mjs";

const { aLargeZoneModel } = await importSource("tests/builders/zone-model.ts");
const { evaluateRules } = await importSource("app/domain/zone-model/rules/index.ts");
const { applyCommand } = await importSource("app/domain/zone-model/apply-command.ts");

const model = aLargeZoneModel();
const text = JSON.stringify(model);
const [asset] = model.assets;
const [zone] = model.zones;

const { medians, ratio } = await compare({
  json: () => JSON.parse(JSON.stringify(model)),
  rules: () => evaluateRules(model),
  edit: () => {
    for (let index = 0; index < 20; index++)
      applyCommand(model, { type: "move-asset", assetId: asset.id, zoneId: zone.id });
  },
});

const size = `${model.zones.length} zones, ${model.assets.length} assets, ${model.conduits.length} conduits`;
console.error(
  `${size}: ${(text.length / 1024).toFixed(0)} KiB of JSON, ${medians.json.cpu.toFixed(1)} ms to write and read`,
);
const rules = ratio("rules", "json").cpu;
const edit = ratio("edit", "json").cpu / 20;
report([
  {
    name: `all model rules on ${size}`,
    value: rules,
    unit: "× JSON round trip (CPU)",
    goal: "≤ 2",
    holds: rules <= 2,
  },
  {
    name: `one command on ${size}`,
    value: edit,
    unit: "× JSON round trip (CPU)",
    goal: "≤ 0.05",
    holds: edit <= 0.05,
  },
]);
