import fc from "fast-check";
import { expect, test } from "vitest";
import { nestValues } from "~/components/declaration/form-values";
import { refusedFacts, toPostedFacts } from "~/components/declaration/posted-facts";
import { readEvidenceForm, refusedEvidence } from "~/components/declaration/read-evidence-form";
import { readFactsForm, toFieldNames } from "~/components/declaration/read-facts-form";
import { writeFactsForm } from "~/components/declaration/write-facts-form";
import { FACT_GROUPS, FACT_KEYS, factsOfGroup, pickFacts } from "~/domain/declaration/fact-fields";
import { ProductFactsSchema } from "~/domain/declaration/facts";
import { ALL_FACTS } from "../cli/full-files";

/** As a browser posts it: flat names, one entry per ticked box, nothing for an empty one. */
function posted(values: unknown, name = "facts"): ReadonlyArray<[string, string]> {
  if (typeof values === "string") return [[name, values]];
  if (Array.isArray(values)) return values.map((value) => [name, String(value)]);
  return Object.entries(values ?? {}).flatMap(([member, value]) => posted(value, `${name}.${member}`));
}

function formOf(entries: ReadonlyArray<readonly [string, string]>) {
  const form = new FormData();
  // A box that is not ticked is not posted at all.
  for (const [name, value] of entries)
    if (!(value === "" && /\.(encrypted|authenticated|required|exploited)$/.test(name)))
      form.append(name, value);
  return nestValues(form);
}

test("what a form shows comes back as it was, topic by topic, also what is not stated", () => {
  fc.assert(
    fc.property(fc.subarray([...FACT_KEYS]), fc.constantFrom(...FACT_GROUPS), (keys, group) => {
      const facts = factsOfGroup(pickFacts(ALL_FACTS, keys), group);
      const { facts: values } = formOf(posted(writeFactsForm(group, facts)));
      const read = readFactsForm(group, values);
      expect(read.errors).toEqual({});
      expect(ProductFactsSchema.parse(read.facts)).toEqual(facts);
    }),
  );
  for (const group of FACT_GROUPS) {
    const { facts: values } = formOf(posted(writeFactsForm(group, ALL_FACTS)));
    expect(readFactsForm(group, values).facts).toEqual(factsOfGroup(ALL_FACTS, group));
  }
});

test("not stated, none and these are three answers", () => {
  const read = (state: string, values: ReadonlyArray<string>) =>
    readFactsForm("wireless", { wireless: { state, values } });
  expect(read("", [])).toMatchObject({ facts: {}, errors: {} });
  expect(read("none", []).facts).toEqual({ wireless: [] });
  expect(read("some", ["wifi"]).facts).toEqual({ wireless: ["wifi"] });
  expect(read("", ["wifi"]).facts).toEqual({ wireless: ["wifi"] });
  expect(read("none", ["wifi"]).errors).toEqual({ "facts.wireless": ["none-and-some"] });
  expect(read("some", [])).toMatchObject({ facts: {}, errors: { "facts.wireless": ["none-chosen"] } });
  expect(readFactsForm("wireless", undefined)).toMatchObject({ facts: {}, errors: {} });
  expect(readFactsForm("accounts", { autoLogoff: "false" }).facts).toEqual({ autoLogoff: false });
  expect(readFactsForm("accounts", { autoLogoff: "" }).facts).toEqual({});
});

test("an entry left blank is left out, and errors name the entry that the person sees", () => {
  const rows = {
    0: { kind: "component", name: " ", version: "", supportEndsOn: "" },
    2: { kind: "component", name: "", version: "1.0", supportEndsOn: "" },
    4: { kind: "operating-system", name: "Linux", version: "6", supportEndsOn: "2030-01-01" },
  };
  const read = readFactsForm("support", { platforms: { state: "some", rows } });
  expect(read.facts.platforms).toEqual([
    { kind: "component", name: "", version: "1.0", supportEndsOn: null },
    { kind: "operating-system", name: "Linux", version: "6", supportEndsOn: "2030-01-01" },
  ]);
  expect(
    toFieldNames(
      { "facts.platforms.0.name": ["required"], "facts.loggedEvents.3": ["invalid"], before: ["x"] },
      read,
    ),
  ).toEqual({
    "facts.platforms.rows.2.name": ["required"],
    "facts.loggedEvents": ["invalid"],
    before: ["x"],
  });
  expect(readFactsForm("support", { platforms: { state: "none", rows } }).errors).toEqual({
    "facts.platforms": ["none-and-some"],
  });
});

test("questions of the MDS2 keep their numbers, and a note without an answer is refused at its question", () => {
  const read = readFactsForm("mds2", {
    mds2: {
      edition: "2019",
      releasedOn: "",
      answers: { "AUDT-5_2": { answer: "Yes", note: "" }, "PLOK-1": { answer: "", note: "x" } },
    },
  });
  expect(read.facts.mds2).toEqual({
    edition: "2019",
    releasedOn: null,
    answers: { "AUDT-5.2": { answer: "Yes" }, "PLOK-1": { answer: undefined, note: "x" } },
  });
  const names = toFieldNames(
    {
      "facts.mds2.answers.PLOK-1.answer": ["required"],
      "facts.mds2.answers.AUDT-5.2.note": ["too-long"],
      "facts.mds2.answers.Q.1": ["invalid"],
    },
    read,
  );
  expect(names).toEqual({
    "facts.mds2.answers.PLOK-1.answer": ["required"],
    "facts.mds2.answers.AUDT-5_2.note": ["too-long"],
    "facts.mds2.answers.Q_1.answer": ["invalid"],
  });
  expect(readFactsForm("mds2", { mds2: { edition: "", releasedOn: "", answers: {} } }).facts).toEqual({});
});

test("what is no number and no yes goes on as it is, to be refused at its field", () => {
  expect(readFactsForm("support", { patchDaysHigh: "ten", signedUpdates: "maybe" }).facts).toEqual({
    patchDaysHigh: "ten",
    signedUpdates: "maybe",
  });
  expect(readFactsForm("support", { patchDaysHigh: "-3" }).facts).toEqual({ patchDaysHigh: -3 });
});

test("after a conflict the form shows what is stored, with the person's own changes over it", () => {
  const before = { autoLogoff: true, breakGlass: false };
  const form = toPostedFacts({
    group: "accounts",
    before: JSON.stringify(before),
    facts: { autoLogoff: "false", breakGlass: "false" },
  });
  const yours = { autoLogoff: false, breakGlass: false };
  const stored = { autoLogoff: true, breakGlass: true, individualAccounts: true };
  const refused = refusedFacts(form, {
    code: "facts-changed",
    stored,
    yours,
    fields: ["individualAccounts", "autoLogoff", "breakGlass"],
  });
  expect(refused.before).toEqual(stored);
  expect(refused.values).toMatchObject({
    autoLogoff: "false",
    breakGlass: "true",
    individualAccounts: "true",
  });
});

test("a form that is none is left to the use case to refuse", () => {
  const form = toPostedFacts({ group: "nonsense", before: "{", facts: "x" });
  expect(form).toMatchObject({ group: "identification", before: null, facts: {} });
  expect(refusedFacts(form, { code: "not-a-draft" })).toMatchObject({
    before: {},
    refusal: { code: "not-a-draft" },
  });
});

test("a piece of evidence: lines become releases, and what is empty is not stated", () => {
  const values = {
    ...{
      title: " Certificate ",
      type: "certificate",
      subject: "product-capability",
      assurance: "accredited",
    },
    ...{
      scheme: "iec-62443-4-2",
      schemeVersion: "2019",
      issuer: "",
      validFrom: "",
      validUntil: "2028-01-01",
    },
    ...{ reference: "", sha256: "AB".repeat(32) },
    scope: {
      product: "Pump",
      releases: "3.4.1\r\n 3.x; 3.4.1\r\n",
      componentTypes: "host-device",
      level: "2",
    },
  };
  expect(readEvidenceForm(values, "null")).toMatchObject({
    before: null,
    evidence: {
      title: "Certificate",
      scope: { releases: ["3.4.1", "3.x"], componentTypes: ["host-device"], level: 2 },
      validFrom: null,
      sha256: "ab".repeat(32),
    },
  });
  expect(readEvidenceForm({}, "{")).toMatchObject({
    before: "{",
    evidence: { title: "", scope: { level: null, releases: [] } },
  });
  expect(readEvidenceForm({ scope: { level: "high" } }, "null")).toMatchObject({
    evidence: { scope: { level: "high" } },
  });
  const fields = { "evidence.scope.releases.1": ["too-long"], "evidence.title": ["required"] };
  expect(refusedEvidence(values, { code: "invalid-input", fields })).toMatchObject({
    refusal: { fields: { "evidence.scope.releases": ["too-long"], "evidence.title": ["required"] } },
    stored: null,
  });
});
