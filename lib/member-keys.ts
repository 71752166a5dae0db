import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { env } from "#lib/env.ts";
import { NotFound } from "#lib/errors.ts";

type Member = { companyId: string; memberId: string };

/** A key to one thing about one member, for who is not signed in: what for is part of it. Good until AUTH_SECRET changes. */
export function memberKey(purpose: string, { companyId, memberId }: Member): string {
  return `${companyId}.${memberId}.${sign(purpose, companyId, memberId)}`;
}

/** Whose key for this purpose it is. Throws NotFound for any other. */
export function readMemberKey(purpose: string, key: string): Member {
  const parts = partsSchema.safeParse(key.split("."));
  if (!parts.success) throw new NotFound();
  const [companyId, memberId, given] = parts.data;
  const right = Buffer.from(sign(purpose, companyId, memberId));
  const signed = Buffer.from(given);
  if (signed.length !== right.length || !timingSafeEqual(signed, right)) throw new NotFound();
  return { companyId, memberId };
}

const partsSchema = z.tuple([z.uuid(), z.uuid(), z.string()]);

// With a name of its own, so that nothing else signed with this secret is valid here.
function sign(purpose: string, companyId: string, memberId: string): string {
  return createHmac("sha256", env().secret)
    .update(`${purpose}\n${companyId}\n${memberId}`)
    .digest("base64url");
}
