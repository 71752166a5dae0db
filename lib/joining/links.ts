import "server-only";
import { z } from "zod";
import { countTry, type Limit } from "#lib/auth/limits.ts";
import type { Account, Locale } from "#lib/auth/schema.ts";
import { withAccount } from "#lib/auth/scopes.ts";
import { addSession } from "#lib/auth/sessions.ts";
import { withScope } from "#lib/db.ts";
import { Invalid, NotFound } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { invitationCodeHash, invitationTokenHash } from "#lib/invitations/links.ts";
import { sqlRow, sqlRows, sqlValue } from "#lib/sql.ts";

const quarter = 15 * 60;
const tried: Limit = { name: "invitation code from address", max: 30, seconds: quarter };

const openedRow = z.object({
  standing: z.enum(["good", "later", "over", "used"]),
  slug: z.string(),
  name: z.string(),
  nameEn: z.string(),
  accentHue: z.int(),
  familyName: z.string().nullable(),
  givenName: z.string().nullable(),
  opensOn: z.coerce.date().nullable(),
  expiresAt: z.coerce.date(),
  people: z.int(),
  purposeJa: z.string().nullable(),
  purposeEn: z.string().nullable(),
  sender: z.string().nullable(),
  contact: z.string().nullable(),
});
/** What a link opens. `opensOn`: null where HR knows no last day. `people`: how many are in the network's directory already. No names where it has been used. */
export type OpenedInvitation = z.output<typeof openedRow>;

/**
 * The invitation that a link leads to; null for one that never was, was taken back or whose person was erased. Looking changes nothing.
 * Nobody counts who looks: there are 2^130 links to try.
 */
export async function findOpenedInvitation(token: string): Promise<OpenedInvitation | null> {
  const [found] = await withScope(
    {},
    (tx) => sqlRows(tx, openedRow)`SELECT * FROM find_invitation(${invitationTokenHash(token)})`,
  );
  return found ?? null;
}

/** Notes that somebody has the page open, for HR. */
export async function noteInvitationOpened(token: string): Promise<void> {
  await withScope({}, (tx) => tx.$executeRaw`SELECT note_invitation_opened(${invitationTokenHash(token)})`);
}

type CodeTry = { token: string; code: string; locale: Locale; address: string; userAgent: string };

/** A new session's token; or the address whose account is there already, and which signs in in its own way. */
type Entered = { session: string } | { email: string };

/**
 * Comes in by a link and the code of the same mail: where the address that it was sent to has no account, it gets one, in `locale`. Throws TooMany, and Invalid:
 * "code", "spent" when none is taken any more, "gone" where there is nothing to come in to.
 */
export async function enterByInvitation(given: CodeTry): Promise<Entered> {
  const { token, code, locale, address, userAgent } = given;
  await countTry(tried, address);
  const entered = await withScope({}, async (tx) => {
    const account = newId();
    const { outcome, email } = await sqlRow(tx, triedRow)`
      SELECT * FROM try_invitation_code(${invitationTokenHash(token)}, ${invitationCodeHash(code, token)}, ${account}::uuid, ${locale})`;
    if (outcome === "made") return { session: await addSession(tx, account, userAgent) };
    return outcome === "known" && email !== null ? { email } : outcome;
  });
  // A wrong code is counted all the same: only after its transaction.
  if (typeof entered === "string")
    throw new Invalid(entered === "gone" ? { link: "gone" } : { code: entered });
  return entered;
}

const triedRow = z.object({
  outcome: z.enum(["made", "known", "code", "spent", "gone"]),
  email: z.string().nullable(),
});

/**
 * Takes an invitation for an account, which becomes an invited member; of many at once one does. Returns the company's slug. Throws Invalid ("member") where the
 * account is in that company already, and NotFound for a link that can't be used (any more).
 */
export async function acceptInvitation(account: Account, token: string): Promise<string> {
  const [taken] = await withAccount(
    account,
    (tx) => sqlRows(tx, acceptedRow)`SELECT * FROM accept_invitation(${invitationTokenHash(token)})`,
  );
  if (taken?.outcome === "member") throw new Invalid({ account: "member" });
  if (taken?.outcome !== "joined" || taken.slug === null) throw new NotFound();
  return taken.slug;
}

const acceptedRow = z.object({ outcome: z.enum(["joined", "member", "gone"]), slug: z.string().nullable() });

/** Says no for whom a link was made: their record is erased at once, and what is left prevents that they are asked again. Throws NotFound. */
export async function refuseInvitation(token: string): Promise<void> {
  const refused = await withScope(
    {},
    (tx) => sqlValue(tx, z.boolean())`SELECT refuse_invitation(${invitationTokenHash(token)})`,
  );
  if (!refused) throw new NotFound();
}
