import "server-only";
import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import { countAsked } from "#lib/chat/asking.ts";
import { writeNotice } from "#lib/chat/notices.ts";
import { mayAdd, mayLeave, mayManage, type Rights } from "#lib/chat/policy.ts";
import type { JoinableGroup, ParticipantRole } from "#lib/chat/schema.ts";
import type { Tx } from "#lib/db.ts";
import { Invalid, NotFound } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { orNotFound, sqlRow, sqlRows, sqlValue } from "#lib/sql.ts";

/**
 * Starts a group of the viewer, who is its admin, and others: those who do not know the viewer are asked first, and whom a block parts
 * from the viewer stays out. Returns its id. Throws NotFound when nobody of them can be in it, and Invalid where
 * more would be asked than one may ask in a day.
 */
export async function createGroup(
  viewer: Viewer,
  { name, memberIds }: { name: string | null; memberIds: string[] },
): Promise<string> {
  const threadId = newId();
  return withViewer(viewer, async (tx) => {
    const added = await sqlValue(
      tx,
      idsSchema,
    )`SELECT start_group(${threadId}::uuid, ${name}::text, ${memberIds}::uuid[])`;
    if (added.length === 0) throw new NotFound();
    await countAsked(tx, viewer, { id: threadId, kind: "GROUP" }, added);
    await writeNotice(tx, viewer, threadId, { type: "created" });
    return threadId;
  });
}

/**
 * Brings active members of the company into a group of the viewer's; those who do not know the viewer, or left it, are asked first.
 * Returns the ids of those who are new in it: nobody who is there, who said no, whom a block parts from the viewer, or for whom its
 * 1,000 places are not enough. Throws NotFound, and Invalid where more would be asked than one may ask in a day.
 */
export async function addToGroup(viewer: Viewer, threadId: string, memberIds: string[]): Promise<string[]> {
  return withViewer(viewer, async (tx) => {
    await requireGroup(tx, viewer, threadId, mayAdd);
    const added = await sqlValue(tx, idsSchema)`SELECT add_to_group(${threadId}::uuid, ${memberIds}::uuid[])`;
    await countAsked(tx, viewer, { id: threadId, kind: "GROUP" }, added);
    if (added.length > 0) await writeNotice(tx, viewer, threadId, { type: "added", memberIds: added });
    return added;
  });
}

/** Takes a member out of a group whose admin the viewer is. Throws NotFound. */
export async function removeFromGroup(viewer: Viewer, threadId: string, memberId: string): Promise<void> {
  await withViewer(viewer, async (tx) => {
    await requireGroup(tx, viewer, threadId, mayManage);
    if (memberId === viewer.memberId) throw new NotFound();
    await orNotFound(tx)`SELECT leave_group(${threadId}::uuid, ${memberId}::uuid)`;
    await writeNotice(tx, viewer, threadId, { type: "removed", memberIds: [memberId] });
  });
}

/** Takes the viewer out of a group; where its last admin goes, the one who has been there longest becomes admin. Throws NotFound. */
export async function leaveGroup(viewer: Viewer, threadId: string): Promise<void> {
  await withViewer(viewer, async (tx) => {
    await requireGroup(tx, viewer, threadId, mayLeave);
    // Written before leaving: afterwards the viewer may not write any more.
    await writeNotice(tx, viewer, threadId, { type: "left" });
    await orNotFound(tx)`SELECT leave_group(${threadId}::uuid, ${viewer.memberId}::uuid)`;
  });
}

/** Calls a group whose admin the viewer is by another name, or by none. Throws NotFound. */
export async function renameGroup(viewer: Viewer, threadId: string, name: string | null): Promise<void> {
  await withViewer(viewer, async (tx) => {
    const group = await requireGroup(tx, viewer, threadId, mayManage);
    if (group.name === name) return;
    await update(tx, viewer, threadId, { name });
    await writeNotice(tx, viewer, threadId, { type: "renamed", name });
  });
}

/**
 * Gives a group whose admin the viewer is a picture, one that the viewer uploaded to it, or takes it away. Throws NotFound, for a file
 * that is no picture as well.
 */
export async function setGroupPicture(
  viewer: Viewer,
  threadId: string,
  fileId: string | null,
): Promise<void> {
  const { companyId, memberId: uploaderId } = viewer;
  await withViewer(viewer, async (tx) => {
    const group = await requireGroup(tx, viewer, threadId, mayManage);
    if (group.pictureId === fileId) return;
    const own = { uploaderId, preview: true };
    const picture = fileId && { companyId, fileId, threadId, number: null, file: own };
    if (picture && !(await tx.chatFile.findFirst({ where: picture }))) throw new NotFound();
    await update(tx, viewer, threadId, { pictureId: fileId });
    await writeNotice(tx, viewer, threadId, { type: "picture" });
  });
}

/** Makes a member of a group whose admin the viewer is an admin, or no longer one; the last one stays it. Throws NotFound. */
export async function setGroupRole(
  viewer: Viewer,
  threadId: string,
  memberId: string,
  role: ParticipantRole,
): Promise<void> {
  await withViewer(viewer, async (tx) => {
    await requireGroup(tx, viewer, threadId, mayManage);
    await orNotFound(
      tx,
    )`SELECT set_group_role(${threadId}::uuid, ${memberId}::uuid, ${role}::"ParticipantRole")`;
    await writeNotice(tx, viewer, threadId, { type: "admin", memberIds: [memberId], on: role === "ADMIN" });
  });
}

/**
 * Switches the link to a group whose admin the viewer is on, each time with a new address, so that the one before ends, or off.
 * Returns the address's last part. Throws NotFound.
 */
export async function setJoinLink(viewer: Viewer, threadId: string, on: boolean): Promise<string | null> {
  const joinToken = on ? randomBytes(24).toString("base64url") : null;
  return withViewer(viewer, async (tx) => {
    const group = await requireGroup(tx, viewer, threadId, mayManage);
    if (!on && group.joinToken === null) return null;
    await update(tx, viewer, threadId, { joinToken });
    await writeNotice(tx, viewer, threadId, { type: "link", on });
    return joinToken;
  });
}

/** The group of the viewer's company to which this link leads. Throws NotFound. */
export async function findGroupByLink(viewer: Viewer, token: string): Promise<JoinableGroup> {
  requireToken(token);
  const group = await withViewer(viewer, (tx) => peekGroup(tx, token));
  if (!group) throw new NotFound();
  return group;
}

async function peekGroup(tx: Tx, token: string): Promise<JoinableGroup | undefined> {
  const groups = await sqlRows(
    tx,
    joinableSchema,
  )`SELECT id, name, members, inside AS joined FROM peek_group(${token}::text)`;
  return groups[0];
}

/**
 * Puts the viewer into the group to which this link leads, and returns its id. Anyone who is in it stays. Throws NotFound, and Invalid
 * for `token` when its 1,000 places are taken.
 */
export async function joinGroup(viewer: Viewer, token: string): Promise<string> {
  requireToken(token);
  return withViewer(viewer, async (tx) => {
    const { id: threadId, news } = await sqlRow(
      tx,
      joinedSchema,
    )`SELECT id, news FROM join_group(${token}::text)`;
    if (!threadId) throw (await peekGroup(tx, token)) ? new Invalid({ token: "chat-full" }) : new NotFound();
    if (news) await writeNotice(tx, viewer, threadId, { type: "joined" });
    return threadId;
  });
}

const idsSchema = z.array(z.uuid());
const joinedSchema = z.object({ id: z.uuid().nullable(), news: z.boolean().nullable() });
const joinableSchema = z.object({
  id: z.uuid(),
  name: z.string().nullable(),
  members: z.int(),
  joined: z.boolean(),
});

// Whatever stands in an address: what no link was ever made of is not found.
function requireToken(token: string): void {
  if (!/^[\w-]{1,100}$/.test(token)) throw new NotFound();
}

/** A group of the viewer's, as long as they may do this with it. */
async function requireGroup(tx: Tx, viewer: Viewer, threadId: string, may: (rights: Rights) => boolean) {
  const { companyId, memberId } = viewer;
  if (!z.uuid().safeParse(threadId).success) throw new NotFound();
  const group = await tx.chatThread.findFirst({
    where: { companyId, id: threadId, kind: "GROUP" },
    include: { participants: { where: { memberId } } },
  });
  const own = group?.participants[0];
  if (!own || !may({ kind: "GROUP", standing: own.state === "ACTIVE" ? "open" : "closed", role: own.role }))
    throw new NotFound();
  return group;
}

type Details = { name: string | null } | { pictureId: string | null } | { joinToken: string | null };

async function update(tx: Tx, { companyId }: Viewer, threadId: string, data: Details): Promise<void> {
  const { count } = await tx.chatThread.updateMany({ where: { companyId, id: threadId }, data });
  if (count === 0) throw new NotFound();
}
