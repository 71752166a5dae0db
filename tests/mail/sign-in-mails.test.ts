import { expect, test } from "vitest";
import { locales } from "#lib/auth/schema.ts";
import { signInMail, unknownAddressMail } from "#lib/mail/sign-in-mails.ts";

const link = "https://okaeri.example.com/sign-in/link/abc?next=%2Fc%2Faoba&x=1";

test.each(locales)("in %s both sides of a mail say the same", async (locale) => {
  const mail = await signInMail({ to: "a@example.com", locale, link, code: "000123" });
  expect(mail.html).toContain(`<html lang="${locale}">`);
  expect(mail.html).toContain("000123");
  expect(mail.html).toContain(`href="${link.replaceAll("&", "&#38;")}"`);
  expect(mail.text).toContain("\n000123\n");
  expect(mail.text).toContain(`\n${link}\n`);
});

test("nothing in an address becomes markup", async () => {
  const to = "<img src=x onerror=alert(1)>@example.com";
  const { html } = await unknownAddressMail({ to, locale: "en", front: "https://okaeri.example.com" });
  expect(html).not.toContain("<img");
  expect(html).toContain("&#60;img src=x onerror=alert(1)&#62;");
});
