import { idAt } from "#lib/ids.ts";
import { normalise } from "#lib/people/normalise.ts";
import { type Chance, makeChance } from "./chance.ts";
import { type ChatRows, calledName, makeCast, noChats, pauseOf, sendingTimes } from "./chats.ts";
import type { Joined } from "./members.ts";
import type { GroupTalk, Request } from "./talk.ts";
import { duration, minute } from "./times.ts";
import type { CompanySlug } from "./types.ts";

interface GroupLine {
  author: number;
  gap: number;
  quoted: number | null;
  edited: boolean;
  text: string;
  marks: { emoji: string; by: number[] }[];
}

/** The rows of a company's groups: a line that tells of the founding, then what was said. */
export function makeGroups(
  groups: readonly GroupTalk[],
  company: CompanySlug,
  joined: readonly Joined[],
  now: number,
): ChatRows {
  const chance = makeChance(`${company} groups`);
  const cast = castOf(company, joined, chance);
  const rows = noChats();
  for (const group of groups) addGroup(rows, group, group.members.map(cast), now, chance);
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
  const cast = castOf(company, joined, chance);
  const rows = noChats();
  for (const { from, to, ago, text } of requests) {
    const [asker, asked] = [cast(from), cast(to)];
    const [time = now] = sendingTimes([{ gap: 0 }], now, duration(ago), company, chance);
    const thread = addThread(rows, asker, time, time, 1, chance);
    Object.assign(thread, { kind: "DIRECT", directKey: [asker.row.id, asked.row.id].sort().join(":") });
    addParticipant(rows, thread, asker.row.id, { state: "ACTIVE", role: "MEMBER", askedBy: null }, 1);
    const asks = { state: "ASKED", role: "MEMBER", askedBy: asker.row.id } as const;
    addParticipant(rows, thread, asked.row.id, asks, 0);
    addMessage(rows, thread, { number: 1, author: asker, time, text }, chance);
  }
  return rows;
}

type Thread = ChatRows["chatThreads"][number];
type Standing = Pick<ChatRows["chatParticipants"][number], "state" | "role" | "askedBy">;

function castOf(company: CompanySlug, joined: readonly Joined[], chance: Chance) {
  return makeCast(
    joined.filter(({ membership }) => membership.company === company),
    chance,
  );
}

function addGroup(rows: ChatRows, group: GroupTalk, members: Joined[], now: number, chance: Chance): void {
  const [founder] = members;
  if (!founder) throw new Error(`Nobody is in ${group.name}`);
  const lines = parseLines(group.text, chance);
  const times = sendingTimes(lines, now, duration(group.ago), founder.membership.company, chance);
  const [first = now] = times;
  const begun = first - minute;
  const thread = addThread(rows, founder, begun, times.at(-1) ?? first, lines.length + 1, chance);
  thread.name = group.name;
  for (const member of members) {
    const role = member === founder ? "ADMIN" : "MEMBER";
    addParticipant(rows, thread, member.row.id, { state: "ACTIVE", role, askedBy: null }, thread.lastNumber);
  }
  const created = { number: 1, author: founder, time: begun, text: "", notice: { type: "created" } as const };
  addMessage(rows, thread, created, chance);
  lines.forEach((line, index) => {
    const author = memberAt(members, line.author);
    const time = times[index] ?? first;
    const number = index + 2;
    const text = line.text.replace(/\{([a-z])\}/g, (_, letter: string) =>
      calledName(memberAt(members, placeOf(letter))),
    );
    const quotedNumber = line.quoted === null ? null : line.quoted + 1;
    const editedAt = line.edited ? time + minute : null;
    addMessage(rows, thread, { number, author, time, text, quotedNumber, editedAt }, chance);
    for (const { emoji, by } of line.marks)
      by.forEach((place, step) => {
        rows.chatReactions.push({
          companyId: thread.companyId,
          threadId: thread.id,
          number,
          memberId: memberAt(members, place).row.id,
          emoji,
          createdAt: iso(Math.min(now, time + (step + 1) * 20_000)),
        });
      });
  });
}

function addThread(
  rows: ChatRows,
  { row: { companyId } }: Joined,
  begun: number,
  last: number,
  lastNumber: number,
  chance: Chance,
): Thread {
  const thread: Thread = {
    companyId,
    id: idAt(begun, chance.bytes(10)),
    kind: "GROUP",
    directKey: null,
    name: null,
    lastNumber,
    revision: lastNumber,
    lastMessageAt: iso(last),
    createdAt: iso(begun),
  };
  rows.chatThreads.push(thread);
  return thread;
}

function addParticipant(
  rows: ChatRows,
  { companyId, id: threadId, createdAt: joinedAt, lastNumber }: Thread,
  memberId: string,
  standing: Standing,
  readNumber: number,
): void {
  rows.chatParticipants.push({ companyId, threadId, memberId, ...standing, joinedAt });
  // What the sample world holds calls nobody by mail or push.
  const told = { muted: false, pushedNumber: lastNumber, mailedNumber: lastNumber };
  rows.chatPlaces.push({ companyId, threadId, memberId, readNumber, ...told });
}

interface Message {
  number: number;
  author: Joined;
  time: number;
  text: string;
  notice?: { type: "created" };
  quotedNumber?: number | null;
  editedAt?: number | null;
}

function addMessage(
  rows: ChatRows,
  { companyId, id: threadId }: Thread,
  { number, author, time, text, notice, quotedNumber = null, editedAt }: Message,
  chance: Chance,
): void {
  rows.chatMessages.push({
    companyId,
    threadId,
    number,
    revision: number,
    id: idAt(time, chance.bytes(10)),
    authorId: author.row.id,
    clientId: idAt(time, chance.bytes(10)),
    kind: notice ? "NOTICE" : "TEXT",
    text,
    folded: normalise(text),
    notice: notice ?? null,
    quotedNumber,
    mentions: [],
    sentAt: iso(time),
    editedAt: editedAt ? iso(editedAt) : null,
  });
}

function parseLines(text: string, chance: Chance): GroupLine[] {
  return text
    .trim()
    .split(/\n(?=[a-z](?: \d+[mhd])?(?: >\d+)?(?: \*)?: )/)
    .map((part) => {
      const [head = "", ...marks] = part.split(/\n\^ /);
      const [, author, gap, quoted, edited, said] =
        /^([a-z])(?: (\d+[mhd]))?(?: >(\d+))?( \*)?: ([\s\S]+)$/.exec(head) ?? [];
      if (!author || !said) throw new Error(`Not a line of a group: ${part}`);
      return {
        author: placeOf(author),
        gap: pauseOf(gap, chance),
        quoted: quoted ? Number(quoted) : null,
        edited: edited !== undefined,
        text: said.trim(),
        marks: marks.map((mark) => {
          const [emoji = "", letters = ""] = mark.trim().split(" ");
          return { emoji, by: [...letters].map(placeOf) };
        }),
      };
    });
}

function placeOf(letter: string): number {
  return letter.charCodeAt(0) - "a".charCodeAt(0);
}

function memberAt(members: readonly Joined[], place: number): Joined {
  const member = members[place];
  if (!member) throw new Error(`The group has no member ${place + 1}`);
  return member;
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
