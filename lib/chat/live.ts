import { z } from "zod";
import type { SharedMark, ThreadPush } from "#lib/chat/schema.ts";
import type { LiveRooms } from "#lib/live-rooms.ts";

const id = z.uuid();
const thread = { companyId: id, threadId: id };
const member = { companyId: id, memberId: id };

/** A member's own list of threads: pinned, muted, archived. */
const placesChanged = z.object({ type: z.literal("places:changed"), ...member });

/** What processes tell each other of chat. */
export const chatEvents = [
  // The thread's revisions after `from`, up to `to`.
  z.object({ type: z.literal("thread:changed"), ...thread, from: z.int(), to: z.int() }),
  z.object({ type: z.literal("thread:read"), ...thread, memberId: id, number: z.int() }),
  placesChanged,
  // Ephemeral: never sent in a transaction, and may be lost.
  z.object({ type: z.literal("typing"), ...thread, memberId: id }),
  z.object({ type: z.literal("presence:here"), companyId: id, memberIds: z.array(id), sidecarId: id }),
  z.object({ type: z.literal("presence:gone"), companyId: id, memberIds: z.array(id), sidecarId: id }),
  z.object({ type: z.literal("presence:asked"), sidecarId: id }),
  // Sent by triggers (prisma/sql/chat).
  z.object({ type: z.literal("participant:changed"), ...thread, memberId: id }),
  z.object({ type: z.literal("preferences:changed"), ...member }),
  // A block that concerns the member, by whomever, was set or taken back.
  z.object({ type: z.literal("block:changed"), ...member }),
  // Who may see that the member is here is decided anew.
  z.object({ type: z.literal("findable:changed"), ...member }),
] as const;

/** What the sidecar tells a browser of chat. */
export type ChatServerEvents = {
  "thread:changed": (push: ThreadPush) => void;
  /** The viewer's own read mark moved, here or on another of their screens. */
  "thread:read": (mark: { threadId: string; number: number }) => void;
  /** Another's mark moved, and both share theirs. */
  "thread:seen": (mark: { threadId: string } & SharedMark) => void;
  "thread:typing": (typing: { threadId: string; memberId: string }) => void;
  /** The viewer's list of threads is another than before. */
  "threads:changed": () => void;
  /** The viewer may no longer read this one. */
  "thread:gone": (thread: { threadId: string }) => void;
  presence: (presence: { memberId: string; online: boolean }) => void;
};

/** How the sidecar passes on what it tells as it heard it; all else goes through lib/realtime/delivery.ts. */
export const chatForwards = (rooms: LiveRooms<ChatServerEvents>) => ({
  "places:changed": ({ companyId, memberId }: z.infer<typeof placesChanged>) =>
    rooms.member(companyId, memberId).emit("threads:changed"),
});
