import type { OkaeriEvent } from "#lib/events.ts";
import type { Access } from "./access.ts";
import type { Presence } from "./presence.ts";
import { type LiveServer, rooms } from "./rooms.ts";
import type { SharedMarks } from "./shared-marks.ts";
import type { ThreadLines } from "./thread-lines.ts";
import type { Typing } from "./typing.ts";

export type Parts = {
  lines: ThreadLines;
  marks: SharedMarks;
  typing: Typing;
  presence: Presence;
  access: Access;
};

/** Tells the sockets of this process what the processes tell each other. */
export function deliver(
  io: LiveServer,
  { lines, marks, typing, presence, access }: Parts,
  event: OkaeriEvent,
) {
  switch (event.type) {
    case "thread:changed":
      lines.changed(event);
      break;
    case "thread:read":
      marks.moved(event);
      break;
    case "places:changed":
      io.to(rooms.member(event.companyId, event.memberId)).emit("threads:changed");
      break;
    case "feed:added":
      io.to(rooms.company(event.companyId)).emit("feed:new", { eventId: event.eventId });
      break;
    case "typing":
      typing.hear(event);
      break;
    case "presence:here":
    case "presence:gone":
    case "presence:asked":
      presence.hear(event);
      break;
    case "participant:changed":
      typing.forget(event.companyId, event.threadId);
      access.participantChanged(event);
      break;
    case "preferences:changed":
      access.preferencesChanged(event);
      break;
    case "session:ended":
      access.ended(event);
      break;
    case "access:changed":
      access.changed(event);
      break;
  }
}
