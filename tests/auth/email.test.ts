import { expect, test } from "vitest";
import { emailSchema } from "#lib/auth/schema.ts";

test.each([
  ["Chinatsu@Example.com ", "chinatsu@example.com"],
  ["a.b+c_d-e@mail.example.co.jp", "a.b+c_d-e@mail.example.co.jp"],
])("%j is an address", (typed, email) => expect(emailSchema.parse(typed)).toBe(email));

test.each([
  "victim@example.com,attacker@evil.example",
  "victim@example.com;attacker@evil.example",
  '"attacker@evil.example"@example.com',
  "'attacker'@example.com",
  "Name <a@example.com>",
  "a@example.com>",
  "a(comment)@example.com",
  "victim＠example.com",
  "attacker@evil.example﹫example.com",
  "a@b@example.com",
  "a@example.com\r\nBcc: b@example.com",
  "a b@example.com",
  "a@example。com,",
  "a@localhost",
  "@example.com",
  "",
  `${"a".repeat(250)}@example.com`,
])("%j is none", (typed) => expect(emailSchema.safeParse(typed).success).toBe(false));
