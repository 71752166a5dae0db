import { z } from "zod";
import { cleanGroupName, maxGroupName, maxParticipants } from "#lib/chat/policy.ts";

const id = z.uuid();
const others = z
  .array(id)
  .min(1)
  .max(maxParticipants - 1);

/** Null for no name. */
export const groupNameSchema = z
  .string()
  .transform(cleanGroupName)
  .pipe(z.string().max(maxGroupName, { error: "nameTooLong" }))
  .transform((name) => name || null)
  .nullable();

/** Of one other, a direct thread, which has no name; of several, a group. */
export const startThreadSchema = z.object({ name: groupNameSchema, memberIds: others });
export const addToGroupSchema = z.object({ threadId: id, memberIds: others });
export const groupMemberSchema = z.object({ threadId: id, memberId: id });
export const renameGroupSchema = z.object({ threadId: id, name: groupNameSchema });
export const groupPictureSchema = z.object({ threadId: id, fileId: id.nullable() });
export const groupRoleSchema = z.object({ threadId: id, memberId: id, role: z.enum(["MEMBER", "ADMIN"]) });
export const joinTokenSchema = z.object({ token: z.string() });

export const answerRequestSchema = z.object({ threadId: id, accept: z.boolean() });
export const otherMemberSchema = z.object({ memberId: id });

/** Something of a thread, or of its place in the viewer's own list, that is on or off. */
export const threadSwitchSchema = z.object({ threadId: id, on: z.boolean() });
