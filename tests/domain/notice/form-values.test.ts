import { expect, test } from "vitest";
import { componentLine, contentOfForm } from "~/domain/notice/form-values";
import { NoticeContentSchema } from "~/domain/notice/notice";

const none = { version: "", purl: "", cpe: "" };
const CPE = "cpe:2.3:a:openssl:openssl:*:*:*:*:*:*:*:*";

test.each([
  ["openssl", { ...none, name: "openssl" }],
  ["openssl; <3.0.14", { ...none, name: "openssl", version: "<3.0.14" }],
  ["openssl; ; pkg:generic/openssl", { ...none, name: "openssl", purl: "pkg:generic/openssl" }],
  [`openssl; <3.0.14; ${CPE}`, { ...none, name: "openssl", version: "<3.0.14", cpe: CPE }],
  [
    `openssl; ; pkg:generic/openssl; ${CPE}`,
    { name: "openssl", version: "", purl: "pkg:generic/openssl", cpe: CPE },
  ],
  ["a; 1; pkg:generic/a?x=1;2", { ...none, name: "a", version: "1", purl: "pkg:generic/a?x=1;2" }],
])("a component stands on a line of the form as %s", (line, component) => {
  expect(contentOfForm({ components: `${line}\r\n\r\n` }).components).toEqual([component]);
  expect(componentLine(component)).toBe(line);
});

test("a component of a notice that was written before CPEs could be said has none", () => {
  const [component] = NoticeContentSchema.shape.components.parse([{ name: "a", version: "", purl: "" }]);
  expect(component).toEqual({ ...none, name: "a" });
});
