/** Of so many, a list with suppliers would be larger than what is read. */
const MANY = 50_000;

/** A CycloneDX list of so many components, 200,000 in 22 MB; `more` stands at its top. */
export function anSbom(count: number, more: object = {}): Uint8Array {
  const components = Array.from({ length: count }, (_, n) => ({
    ...{ "bom-ref": `p${n}`, type: n === 0 ? "operating-system" : "library", name: `part ${n}` },
    ...{ version: `1.${n}.0`, purl: `pkg:generic/part-${n}@1.${n}.0` },
    ...(count > MANY ? {} : { supplier: { name: "Parts Ltd" } }),
  }));
  const document = {
    ...{ bomFormat: "CycloneDX", specVersion: "1.6", version: 1 },
    metadata: { timestamp: "2026-03-20T08:00:00Z", component: { type: "device", name: "Infusion Pump" } },
    components,
    dependencies: [{ ref: "p0", dependsOn: components.slice(1, 4).map((one) => one["bom-ref"]) }],
    ...more,
  };
  return new TextEncoder().encode(JSON.stringify(document));
}
