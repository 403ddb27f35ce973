import { expect, test } from "vitest";
import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import measures from "~/catalogue/hospital-zones/measures.json";
import { TOPICS, topicOf, topicProgressOf } from "~/domain/declaration/topics";

/** The portal has one subject for keeping a log and for sending it on. */
const TOPIC_OF_ATTRIBUTE = new Map([["siem", "logging"]]);

test("every row of the standard is about exactly one topic, and every topic has rows", () => {
  const topics = COMPONENT_REQUIREMENTS.map(({ id }) => topicOf(id));
  expect(topics).not.toContain(null);
  expect(new Set(topics)).toEqual(new Set(TOPICS));
});

test("a base row that the measures per level name is about what they say", () => {
  const named = measures.flatMap(({ attribute, requirements }) =>
    requirements.filter((id) => !id.includes("RE(")).map((id) => ({ id, attribute })),
  );
  expect(named.length).toBeGreaterThan(30);
  for (const { id, attribute } of named)
    expect([id, topicOf(id)]).toEqual([id, TOPIC_OF_ATTRIBUTE.get(attribute) ?? attribute]);
});

test("an enhancement stays with its base, and families share a number", () => {
  for (const { id, base } of COMPONENT_REQUIREMENTS) expect(topicOf(id)).toBe(topicOf(base));
  expect(topicOf("NDR 3.10 RE(1)")).toBe("updates");
  expect(topicOf("CR 3.1")).toBe("encryption");
  expect(topicOf("CR 9.9")).toBeNull();
  expect(topicOf("something else")).toBeNull();
});

test("progress counts what applies, and leaves out a topic without rows", () => {
  const answered = { "CR 2.8": { value: "met" as const }, "CR 6.1": { value: "not-met" as const } };
  const progress = topicProgressOf(
    { componentTypes: ["software-application"], answers: { ...answered, "EDR 3.11": { value: "met" } } },
    COMPONENT_REQUIREMENTS,
  );
  expect(progress.find(({ topic }) => topic === "logging")).toMatchObject({ answered: 2 });
  expect(progress.map(({ topic }) => topic)).not.toContain("hardware");
  expect(progress.reduce((sum, { applicable }) => sum + applicable, 0)).toBe(
    COMPONENT_REQUIREMENTS.filter(({ appliesTo }) => appliesTo.includes("software-application")).length,
  );
});
