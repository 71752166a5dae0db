import { makeCast } from "./cast.ts";
import { makeChance } from "./chance.ts";
import { addLines, addMessage, addParticipant, addThread, type ChatRows, noChats } from "./chat-rows.ts";
import type { Joined } from "./people-rows.ts";
import type { GroupTalk, Request, Talk } from "./talk.ts";
import { parseLines, sendingTimes } from "./talk-lines.ts";
import { duration, minute } from "./times.ts";
import type { CompanySlug } from "./types.ts";

/** The rows of a company's conversations of two. Employees without a name are each in one of them at most. */
export function makeChats(
  talks: readonly Talk[],
  company: CompanySlug,
  joined: readonly Joined[],
  now: number,
): ChatRows {
  const chance = makeChance(`${company} chats`);
  const cast = makeCast(company, joined, chance);
  const rows = noChats();
  for (const { between, ago, unread = 0, text } of talks) {
    const [a, b] = [cast(between[0]), cast(between[1])];
    const lines = parseLines(text, chance);
    const times = sendingTimes(lines, now, duration(ago), company, chance);
    const [begun = now] = times;
    const about = { kind: "DIRECT", directKey: keyOf(a, b), name: null, lastNumber: lines.length } as const;
    const thread = addThread(rows, a, about, { begun, last: times.at(-1) ?? begun }, chance);
    for (const [place, who] of [a, b].entries()) {
      const behind = lines.at(-1)?.author === place ? 0 : unread;
      addParticipant(rows, thread, who.row.id, member, lines.length - behind);
    }
    addLines(rows, thread, [a, b], lines, { times, number: 1, now }, chance);
  }
  return rows;
}

/** The rows of a company's groups: a line that tells of the founding, then what was said. */
export function makeGroups(
  groups: readonly GroupTalk[],
  company: CompanySlug,
  joined: readonly Joined[],
  now: number,
): ChatRows {
  const chance = makeChance(`${company} groups`);
  const cast = makeCast(company, joined, chance);
  const rows = noChats();
  for (const { name, members, ago, text } of groups) {
    const people = members.map(cast);
    const [founder] = people;
    if (!founder) throw new Error(`Nobody is in ${name}`);
    const lines = parseLines(text, chance);
    const times = sendingTimes(lines, now, duration(ago), company, chance);
    const [first = now] = times;
    const begun = first - minute;
    const about = { kind: "GROUP", directKey: null, name, lastNumber: lines.length + 1 } as const;
    const thread = addThread(rows, founder, about, { begun, last: times.at(-1) ?? first }, chance);
    for (const who of people) {
      const standing = who === founder ? ({ ...member, role: "ADMIN" } as const) : member;
      addParticipant(rows, thread, who.row.id, standing, thread.lastNumber);
    }
    const created = {
      number: 1,
      author: founder,
      time: begun,
      text: "",
      notice: { type: "created" } as const,
    };
    addMessage(rows, thread, created, chance);
    addLines(rows, thread, people, lines, { times, number: 2, now }, chance);
  }
  return rows;
}

/** The rows of what strangers ask for: the one who is asked has read nothing yet, and answers first of all. */
export function makeRequests(
  requests: readonly Request[],
  company: CompanySlug,
  joined: readonly Joined[],
  now: number,
): ChatRows {
  const chance = makeChance(`${company} requests`);
  const cast = makeCast(company, joined, chance);
  const rows = noChats();
  for (const { from, to, ago, text } of requests) {
    const [asker, asked] = [cast(from), cast(to)];
    const [time = now] = sendingTimes([{ gap: 0 }], now, duration(ago), company, chance);
    const about = { kind: "DIRECT", directKey: keyOf(asker, asked), name: null, lastNumber: 1 } as const;
    const thread = addThread(rows, asker, about, { begun: time, last: time }, chance);
    addParticipant(rows, thread, asker.row.id, member, 1);
    const asks = { state: "ASKED", role: "MEMBER", askedBy: asker.row.id } as const;
    addParticipant(rows, thread, asked.row.id, asks, 0);
    addMessage(rows, thread, { number: 1, author: asker, time, text }, chance);
  }
  return rows;
}

const member = { state: "ACTIVE", role: "MEMBER", askedBy: null } as const;

function keyOf(one: Joined, other: Joined): string {
  return [one.row.id, other.row.id].sort().join(":");
}
