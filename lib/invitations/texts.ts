import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { Locale, Viewer } from "#lib/auth/schema.ts";
import { locales } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import type { Tx } from "#lib/db.ts";
import { requireHr } from "#lib/leavers/hr.ts";
import { standardWords } from "./mail.ts";
import type { InvitationTexts, InvitationWords, Sender } from "./schema.ts";

/** What a write came to, and what stands then. */
type Written<T> = { written: boolean; now: T };

/** For HR: who the company's invitations are from, and what they say. Throws NotFound for anybody else. */
export async function findInvitationTexts(viewer: Viewer): Promise<InvitationTexts> {
  requireHr(viewer);
  return withViewer(viewer, async (tx) => {
    const sender = await readSender(tx, viewer);
    const texts = await Promise.all(
      locales.map(async (locale) => {
        const own = await readWords(tx, viewer, locale);
        return [locale, { own, standard: await standardWords(locale) }] as const;
      }),
    );
    return { sender, texts: Object.fromEntries(texts) as InvitationTexts["texts"] };
  });
}

/**
 * For HR: writes a text in place of the one that was seen; null for none of the company's own. Where another has stood there since nothing is written.
 * Throws NotFound for anybody else.
 */
export async function writeInvitationText(
  viewer: Viewer,
  {
    locale,
    before,
    after,
  }: { locale: Locale; before: InvitationWords | null; after: InvitationWords | null },
): Promise<Written<InvitationWords | null>> {
  const { companyId, memberId } = viewer;
  return write(viewer, {
    read: (tx) => readWords(tx, viewer, locale),
    before,
    after,
    put: async (tx) => {
      const key = { companyId_locale: { companyId, locale } };
      if (!after) return tx.invitationText.deleteMany({ where: { companyId, locale } });
      const words = { ...after, changedById: memberId, changedAt: new Date() };
      return tx.invitationText.upsert({
        where: key,
        create: { companyId, locale, ...words },
        update: words,
      });
    },
  });
}

/** For HR: who the mails are from. As `writeInvitationText`. */
export async function writeSender(
  viewer: Viewer,
  { before, after }: { before: Sender | null; after: Sender },
): Promise<Written<Sender | null>> {
  const { companyId } = viewer;
  return write(viewer, {
    read: (tx) => readSender(tx, viewer),
    before,
    after,
    put: (tx) =>
      tx.companySender.upsert({ where: { companyId }, create: { companyId, ...after }, update: after }),
  });
}

type Write<T> = {
  read: (tx: Tx) => Promise<T>;
  before: T;
  after: T;
  put: (tx: Tx) => Promise<unknown>;
};

async function write<T>(viewer: Viewer, { read, before, after, put }: Write<T>): Promise<Written<T>> {
  requireHr(viewer);
  return withViewer(viewer, async (tx) => {
    // Of two at once the second sees what the first wrote, where there was no row to hold as well.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`invitation texts of ${viewer.companyId}`}, 34))`;
    const now = await read(tx);
    if (isDeepStrictEqual(now, after)) return { written: true, now };
    if (!isDeepStrictEqual(now, before)) return { written: false, now };
    await put(tx);
    return { written: true, now: after };
  });
}

async function readSender(tx: Tx, { companyId }: Viewer): Promise<Sender | null> {
  const select = { name: true, postalAddress: true, contact: true } as const;
  return tx.companySender.findUnique({ where: { companyId }, select });
}

async function readWords(tx: Tx, { companyId }: Viewer, locale: Locale): Promise<InvitationWords | null> {
  const select = { subject: true, body: true } as const;
  return tx.invitationText.findUnique({ where: { companyId_locale: { companyId, locale } }, select });
}
