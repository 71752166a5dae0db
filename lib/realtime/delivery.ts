import { type EventOf, forwardsTo, type OkaeriEvent } from "#lib/live/events.ts";
import type { Access } from "./access.ts";
import type { FeedLines } from "./feed-lines.ts";
import type { Presence } from "./presence.ts";
import { type LiveServer, rooms } from "./rooms.ts";
import type { SharedMarks } from "./shared-marks.ts";
import { tellPeopleChanged } from "./spread.ts";
import type { ThreadLines } from "./thread-lines.ts";
import type { Typing } from "./typing.ts";

type Parts = {
  lines: ThreadLines;
  marks: SharedMarks;
  typing: Typing;
  presence: Presence;
  access: Access;
  feed: FeedLines;
};

/** Returns the function that delivers an event to the sockets of this process. */
export function deliverTo(io: LiveServer, parts: Parts): (event: OkaeriEvent) => void {
  const { lines, marks, typing, presence, access, feed } = parts;
  const deliveries: Deliveries = {
    ...forwardsTo({
      member: (companyId, memberId) => io.to(rooms.member(companyId, memberId)),
      memberAndHr: (companyId, memberId) =>
        io.to([rooms.member(companyId, memberId), rooms.viewers(companyId, "HR")]),
    }),
    "thread:changed": (event) => lines.changed(event),
    "thread:read": (event) => marks.moved(event),
    typing: (event) => typing.hear(event),
    "presence:here": (event) => presence.hear(event),
    "presence:gone": (event) => presence.hear(event),
    "presence:asked": (event) => presence.hear(event),
    "participant:changed": (event) => {
      typing.forget(event.companyId, event.threadId);
      access.participantChanged(event);
    },
    "preferences:changed": (event) => access.preferencesChanged(event),
    "feed:added": (event) => feed.added(event),
    "feed:answered": (event) => feed.answered(event),
    "block:changed": (event) => access.blockChanged(event),
    "findable:changed": (event) => access.findableChanged(event),
    "limits:changed": (event) => access.limitsChanged(event),
    "session:ended": (event) => access.ended(event),
    "access:changed": (event) => access.changed(event),
    "member:left": (event) => tellPeopleChanged(io, event),
  };
  return (event) => deliver(deliveries, event.type, event);
}

type Type = OkaeriEvent["type"];
type Events = { [Each in Type]: EventOf<Each> };
/** The type has every event, so that a new one without a handler here does not compile. */
type Deliveries = { [Each in Type]: (event: Events[Each]) => void };

function deliver<Each extends Type>(deliveries: Deliveries, type: Each, event: Events[Each]): void {
  deliveries[type](event);
}
