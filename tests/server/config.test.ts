import { expect, test } from "vitest";
import { readConfig } from "~/server/config.server";

const MAIL = {
  SMTP_URL: "smtps://portal:secret@mail.example:465",
  MAIL_FROM: "Cordon <portal@hospital.example>",
  PUBLIC_URL: "https://cordon.example/",
};

const read = (environment: Readonly<Record<string, string | undefined>>) =>
  readConfig({ ...environment, NODE_ENV: "test" });

test("without a mail server nothing is set, and the portal starts", () => {
  expect(read({})).toMatchObject({ smtp: null, publicUrl: null });
});

test("a mail server comes with a sender and the address that links begin with", () => {
  expect(read(MAIL)).toMatchObject({
    smtp: { url: MAIL.SMTP_URL, from: MAIL.MAIL_FROM },
    publicUrl: "https://cordon.example",
  });
  expect(read({ ...MAIL, MAIL_FROM: "portal@hospital.example" }).smtp?.from).toBe("portal@hospital.example");
});

test.each([
  [{ MAIL_FROM: undefined }, /MAIL_FROM/],
  [{ PUBLIC_URL: undefined }, /PUBLIC_URL/],
  [{ MAIL_FROM: "nobody" }, /MAIL_FROM/],
  [{ MAIL_FROM: "a@b.example\r\nBcc: c@d.example" }, /MAIL_FROM/],
  [{ MAIL_FROM: "Cordon\n <a@b.example>" }, /MAIL_FROM/],
  [{ SMTP_URL: "https://mail.example" }, /SMTP_URL/],
  [{ PUBLIC_URL: "javascript:alert(1)" }, /PUBLIC_URL/],
])("what cannot be used is refused at start by its name: %j", (changes, name) => {
  expect(() => read({ ...MAIL, ...changes })).toThrow(name);
});
