import { expect, it } from "vitest";
import { createSession, findSession } from "#lib/auth/sessions.ts";
import { findViewer } from "#lib/auth/viewers.ts";
import { listMemberships } from "#lib/companies/companies.ts";
import { foundCompany, foundingSchema } from "#lib/companies/founding.ts";
import { Invalid } from "#lib/errors.ts";
import { joinNetwork } from "#lib/joining/joining.ts";
import { listDirectory } from "#lib/people/directory.ts";
import { directoryQuerySchema } from "#lib/people/directory-query.ts";
import { people } from "#prisma/world.ts";
import { openTestDatabase } from "#tests/support/database.ts";

const database = openTestDatabase();

const founding = (slug: string, owner: string) =>
  foundingSchema.parse({
    slug,
    name: "山の上製作所",
    nameEn: "Hilltop Works",
    owner,
    familyName: "山上",
    givenName: "花",
  });

async function accountOf(email: string) {
  const [user] = await database.asOwner<{ id: string }>("SELECT id FROM users WHERE email = $1", [email]);
  const session = await findSession(await createSession(user?.id ?? "", "tests"));
  if (!session) throw new Error("no session");
  return session.account;
}

it("a new company's owner is invited, joins, and is alone there", async () => {
  await foundCompany(database.ownerUrl, founding("hilltop", "Hana@Example.com"));
  const account = await accountOf("hana@example.com");
  expect(await listMemberships(account)).toMatchObject([
    { slug: "hilltop", status: "INVITED", accentHue: 45 },
  ]);
  await joinNetwork(account, "hilltop");
  const viewer = await findViewer(account, "hilltop");
  expect(viewer.role).toBe("OWNER");
  const { people: found } = await listDirectory(viewer, directoryQuerySchema.parse({ q: "山上" }));
  expect(found.map(({ displayName }) => displayName)).toEqual(["山上 花"]);
});

it("an account that is there already becomes the owner, and stays what it was elsewhere", async () => {
  await foundCompany(database.ownerUrl, founding("second", people.sakura.email));
  const memberships = await listMemberships(await accountOf(people.sakura.email));
  expect(memberships.map(({ slug, status }) => [slug, status]).sort()).toEqual([
    ["aoba", "ACTIVE"],
    ["second", "INVITED"],
  ]);
});

it("a slug that is taken changes nothing, and row-level security holds the owner afterwards", async () => {
  await expect(foundCompany(database.ownerUrl, founding("aoba", "someone@example.com"))).rejects.toThrow(
    Invalid,
  );
  expect(await database.asOwner("SELECT FROM users WHERE email = 'someone@example.com'")).toEqual([]);
  const loose = await database.asOwner(
    "SELECT relname FROM pg_class WHERE relrowsecurity AND NOT relforcerowsecurity AND relnamespace = 'public'::regnamespace",
  );
  expect(loose).toEqual([]);
});

it.each(["", " ", "\u200B", "\u2800\u3164"])("refuses a company or person called %j", (name) => {
  const words = {
    slug: "a",
    name: "a",
    nameEn: "a",
    owner: "a@example.com",
    familyName: "a",
    givenName: "a",
  };
  expect(foundingSchema.safeParse(words).success).toBe(true);
  for (const field of ["name", "nameEn", "familyName", "givenName"])
    expect(foundingSchema.safeParse({ ...words, [field]: name }).success).toBe(false);
});
