import { describe, expect, test } from "vitest";
import { makeChance, makeDeals } from "#prisma/world/chance.ts";
import { readEnglishLeavers, readJapaneseLeavers } from "#prisma/world/leavers.ts";
import { makeWorld } from "#prisma/world/sample.ts";
import { companies, namedPeople, people } from "#prisma/world.ts";

const now = new Date("2026-11-22T06:00:00Z");
const world = makeWorld(now);
const day = 24 * 60 * 60 * 1000;

const companyId = (slug: string) => world.companies.find((company) => company.slug === slug)?.id;
const userOf = (email: string) => world.users.find((user) => user.email === email);
const membersOf = (email: string) => world.members.filter((member) => member.userId === userOf(email)?.id);
const profileOf = (memberId: string | undefined) =>
  world.profiles.find((profile) => profile.memberId === memberId);
const threadsOf = (memberId: string | undefined) =>
  world.chatParticipants.filter((participant) => participant.memberId === memberId);
const standing = ({ threadId, memberId }: { threadId: string; memberId: string }) =>
  world.chatParticipants.find((one) => one.threadId === threadId && one.memberId === memberId)?.state;
const unread = (memberId: string | undefined) =>
  world.chatPlaces
    .filter((place) => place.memberId === memberId && standing(place) === "ACTIVE")
    .reduce((sum, { threadId, readNumber }) => {
      const thread = world.chatThreads.find(({ id }) => id === threadId);
      return sum + (thread?.lastNumber ?? 0) - readNumber;
    }, 0);
const asked = new Set(
  world.chatParticipants.flatMap(({ threadId, state }) => (state === "ASKED" ? threadId : [])),
);
const conversations = world.chatThreads.filter(({ id, kind }) => kind === "DIRECT" && !asked.has(id));
const groups = world.chatThreads.filter(({ kind }) => kind === "GROUP");
const messagesOf = (threadId: string) =>
  world.chatMessages.filter((message) => message.threadId === threadId);
const membersIn = (threadId: string) =>
  world.chatParticipants.filter((participant) => participant.threadId === threadId);

test("somebody shows one employee alone that they would come back, whom they talk with", () => {
  const sakura = membersOf(people.sakura.email)[0];
  const [row, ...others] = world.rehireContacts;
  expect(others).toEqual([]);
  expect(row).toMatchObject({ companyId: sakura?.companyId, contactId: sakura?.id });
  expect(profileOf(row?.memberId)).toMatchObject({ rehire: true, rehireAudience: "CONTACT" });
  const shared = threadsOf(row?.memberId).filter(({ threadId }) =>
    membersIn(threadId).some(({ memberId }) => memberId === sakura?.id),
  );
  expect(shared.length).toBeGreaterThan(0);
  const named = world.profiles.filter(({ rehireAudience }) => rehireAudience === "CONTACT");
  expect(named.map(({ memberId }) => memberId)).toEqual([row?.memberId]);
});

describe("the companies", () => {
  test.each([
    ["aoba", 400, 480, 500],
    ["larkfield", 80, 118, 125],
  ])("%s has its %i leavers among %i to %i people", (slug, leavers, min, max) => {
    const members = world.members.filter((member) => member.companyId === companyId(slug));
    const alumni = members.filter(({ kind }) => kind === "ALUMNUS");
    const invited = members.filter(({ status }) => status === "INVITED");
    expect(alumni.length).toBeGreaterThanOrEqual(leavers);
    expect(alumni.length).toBeLessThan(leavers + 6);
    expect(members.length).toBeGreaterThanOrEqual(min);
    expect(members.length).toBeLessThanOrEqual(max);
    expect(invited.length / alumni.length).toBeGreaterThan(0.1);
    expect(invited.length / alumni.length).toBeLessThan(0.22);
  });

  test("each has an owner, and Aoba an HR admin as well", () => {
    const roles = (slug: string) =>
      world.members
        .filter((member) => member.companyId === companyId(slug) && member.role !== "MEMBER")
        .map(({ role }) => role);
    expect(roles("aoba").sort()).toEqual(["HR_ADMIN", "OWNER"]);
    expect(roles("larkfield")).toEqual(["OWNER"]);
  });
});

describe("the leavers", () => {
  test.each([
    ["aoba", readJapaneseLeavers(), 400],
    ["larkfield", readEnglishLeavers(), 80],
  ])("every row of the file of %s is a member with the file's own columns", (slug, leavers, count) => {
    expect(leavers).toHaveLength(count);
    for (const { email, number: _number, reason: _reason, area, ...columns } of leavers) {
      const [member] = membersOf(email);
      expect(member).toMatchObject({ companyId: companyId(slug), kind: "ALUMNUS", role: "MEMBER" });
      expect(profileOf(member?.id)).toMatchObject(area ? { ...columns, area } : columns);
    }
  });

  test("readings are hiragana, former surnames are kept, American dates are days", () => {
    const [shoji] = membersOf("yuki.200004@example.com");
    expect(profileOf(shoji?.id)).toMatchObject({
      familyName: "東海林",
      familyNameKana: "しょうじ",
      givenNameKana: "さくら",
      formerFamilyName: "佐藤",
      formerFamilyNameKana: "さとう",
      joinedOn: "2020-04-01",
      leftOn: "2026-05-28",
      sortKey: "しようし さくら|しょうじ さくら",
    });
    const [priya] = membersOf("p3009@example.org");
    expect(profileOf(priya?.id)).toMatchObject({
      preferredName: "Pri",
      joinedOn: "2018-09-15",
      leftOn: "2026-05-26",
    });
  });

  test("who has not joined says nothing yet, cannot be found and is in no feed", () => {
    for (const { id } of world.members.filter(({ status }) => status === "INVITED")) {
      expect(profileOf(id)).toMatchObject({ headline: null, about: null, purposes: [], skills: [] });
      expect(world.searchDocs.some((doc) => doc.memberId === id)).toBe(false);
      expect(world.feedEvents.some((event) => event.memberId === id)).toBe(false);
      expect(threadsOf(id)).toEqual([]);
    }
  });

  test("everybody else is findable unless suspended, and joined once", () => {
    const joined = world.members.filter(({ status }) => status !== "INVITED");
    const joinings = world.feedEvents.filter(({ kind }) => kind === "JOINED");
    expect(joinings.map(({ memberId }) => memberId).sort()).toEqual(joined.map(({ id }) => id).sort());
    const active = joined.filter(({ status }) => status === "ACTIVE");
    const found = world.searchDocs.filter(({ viewerKind }) => viewerKind === "HR");
    expect(world.searchDocs).toHaveLength(3 * found.length);
    expect(found.map(({ memberId }) => memberId).sort()).toEqual(active.map(({ id }) => id).sort());
  });
});

describe("the named people", () => {
  test("are listed once each, with where they are and who they are", () => {
    expect(namedPeople.map(({ email }) => email)).toEqual(Object.values(people).map(({ email }) => email));
    for (const { email, displayName, company, note } of namedPeople) {
      expect(companies).toHaveProperty(company);
      expect(displayName).not.toBe("");
      expect(note.ja && note.en).not.toBe("");
      expect(membersOf(email).some((member) => member.companyId === companyId(company))).toBe(true);
    }
  });

  test("one is an alumna of Aoba and an employee of Larkfield, under one account", () => {
    const members = membersOf(people.chinatsu.email);
    expect(members.map(({ companyId: id, kind, status }) => [id, kind, status])).toEqual([
      [companyId("aoba"), "ALUMNUS", "ACTIVE"],
      [companyId("larkfield"), "EMPLOYEE", "ACTIVE"],
    ]);
    expect(world.users.filter(({ email }) => email === people.chinatsu.email)).toHaveLength(1);
  });

  test("one has yet to join, one is suspended", () => {
    expect(membersOf(people.shiori.email)).toMatchObject([{ status: "INVITED", joinedAt: null }]);
    expect(membersOf(people.tsuyoshi.email)).toMatchObject([{ status: "SUSPENDED" }]);
  });

  test.each(["sakura", "chinatsu", "kosaku", "yuki", "hannah", "rachel", "tomas"] as const)(
    "%s has some conversations",
    (key) => {
      const threads = membersOf(people[key].email).flatMap(({ id }) => threadsOf(id));
      expect(threads.length).toBeGreaterThanOrEqual(3);
      expect(threads.length).toBeLessThanOrEqual(10);
    },
  );

  test("some have unread messages", () => {
    const counts = (["sakura", "yuki", "kosaku", "hannah"] as const).map((key) =>
      unread(membersOf(people[key].email)[0]?.id),
    );
    expect(counts).toEqual([2, 3, 1, 0]);
  });
});

describe("the conversations", () => {
  test("are of two who had both joined before, one for each pair, by their numbers without a gap", () => {
    expect(conversations.length).toBeGreaterThanOrEqual(37);
    expect(new Set(conversations.map(({ companyId: id, directKey }) => id + directKey)).size).toBe(
      conversations.length,
    );
    for (const thread of conversations) {
      const two = world.chatParticipants.filter(({ threadId }) => threadId === thread.id);
      const members = world.members.filter(({ id }) => two.some(({ memberId }) => memberId === id));
      expect(
        two
          .map(({ memberId }) => memberId)
          .sort()
          .join(":"),
      ).toBe(thread.directKey);
      expect(members).toHaveLength(2);
      expect(members.every((member) => member.companyId === thread.companyId)).toBe(true);
      expect(members.every(({ joinedAt }) => joinedAt !== null && joinedAt < thread.createdAt)).toBe(true);
      const messages = world.chatMessages.filter(({ threadId }) => threadId === thread.id);
      expect(messages.map(({ number }) => number)).toEqual(
        Array.from({ length: thread.lastNumber }, (_, index) => index + 1),
      );
      expect(messages.length).toBeGreaterThanOrEqual(4);
      expect(messages.length).toBeLessThanOrEqual(25);
      expect(messages.every(({ authorId }) => two.some(({ memberId }) => memberId === authorId))).toBe(true);
      expect(new Set(messages.map(({ authorId }) => authorId)).size).toBe(2);
      const sent = messages.map(({ sentAt }) => sentAt);
      expect(sent).toEqual([...new Set(sent)].sort());
      expect(sent.at(-1)).toBe(thread.lastMessageAt);
    }
  });

  test("leave unread only what the other one wrote", () => {
    for (const { threadId, memberId, readNumber } of world.chatPlaces) {
      const later = world.chatMessages.filter(
        (message) => message.threadId === threadId && message.number > readNumber,
      );
      expect(later.every(({ authorId }) => authorId !== memberId)).toBe(true);
    }
  });

  test("are Japanese at Aoba and English at Larkfield, and have no place left to fill in", () => {
    for (const { companyId: id, text, kind } of world.chatMessages) {
      if (kind === "NOTICE") continue;
      expect(/[ぁ-んァ-ヶ一-龠]/u.test(text)).toBe(id === companyId("aoba"));
      expect(text).not.toMatch(/[{}]|undefined|^\s|\s$/);
      for (const link of text.match(/https?:\/\/\S+/g) ?? [])
        expect(link).toMatch(/^https:\/\/example\.(com|net|org)\//);
    }
  });
});

describe("the groups", () => {
  test("are two or more in each company, one of them without a name", () => {
    const names = (slug: string) =>
      groups.flatMap(({ companyId: id, name }) => (id === companyId(slug) ? [name] : []));
    expect(names("aoba")).toEqual(["2016年入社の会", "材開OB会"]);
    expect(names("larkfield")).toEqual(["Pilot line, old and new", null]);
  });

  test("began with a line of their one admin, after everybody had joined, and everybody wrote", () => {
    for (const thread of groups) {
      const members = membersIn(thread.id);
      const [created, ...said] = messagesOf(thread.id);
      const [admin, ...otherAdmins] = members.filter(({ role }) => role === "ADMIN");
      expect(otherAdmins).toEqual([]);
      expect(created).toMatchObject({
        kind: "NOTICE",
        notice: { type: "created" },
        authorId: admin?.memberId,
        sentAt: thread.createdAt,
      });
      expect(new Set(said.map(({ authorId }) => authorId))).toEqual(
        new Set(members.map(({ memberId }) => memberId)),
      );
      for (const { memberId } of members) {
        const member = world.members.find(({ id }) => id === memberId);
        expect(member?.companyId).toBe(thread.companyId);
        expect(member?.joinedAt && member.joinedAt < thread.createdAt).toBe(true);
      }
    }
  });

  test("of a class hold who came in one spring", () => {
    const [group] = groups;
    for (const { memberId } of membersIn(group?.id ?? ""))
      expect(profileOf(memberId)?.joinedOn).toBe("2016-04-01");
  });

  test("hold numbers without a gap, answers to what was said before, edits, and marks of others", () => {
    for (const { id, lastNumber } of groups) {
      const messages = messagesOf(id);
      expect(messages.map(({ number }) => number)).toEqual(
        Array.from({ length: lastNumber }, (_, index) => index + 1),
      );
      const sent = messages.map(({ sentAt }) => sentAt);
      expect(sent).toEqual(sent.toSorted());
      for (const { quotedNumber, number, authorId } of messages)
        if (quotedNumber !== null) {
          const quoted = messages.find((message) => message.number === quotedNumber);
          expect(quoted?.number).toBeLessThan(number);
          expect(quoted?.authorId).not.toBe(authorId);
        }
    }
    const all = groups.flatMap(({ id }) => messagesOf(id));
    expect(all.filter(({ editedAt }) => editedAt !== null).length).toBeGreaterThanOrEqual(3);
    expect(world.chatReactions.length).toBeGreaterThan(30);
    for (const { threadId, number, memberId, emoji, createdAt } of world.chatReactions) {
      const message = all.find((one) => one.threadId === threadId && one.number === number);
      expect(message && message.authorId !== memberId && message.sentAt < createdAt).toBe(true);
      expect(membersIn(threadId).some((member) => member.memberId === memberId)).toBe(true);
      expect(emoji).toMatch(/^\p{RGI_Emoji}$/v);
    }
  });
});

describe("the requests", () => {
  test("are one line to a named person of each company, by somebody who was never here with them", () => {
    expect(asked.size).toBe(2);
    for (const threadId of asked) {
      const thread = world.chatThreads.find(({ id }) => id === threadId);
      const [asker, person] = membersIn(threadId);
      expect([asker?.state, person?.state, person?.askedBy]).toEqual(["ACTIVE", "ASKED", asker?.memberId]);
      expect(thread).toMatchObject({ kind: "DIRECT", lastNumber: 1 });
      expect(thread?.directKey?.split(":")).toEqual([asker?.memberId, person?.memberId].sort());
      expect(messagesOf(threadId)).toMatchObject([{ number: 1, authorId: asker?.memberId }]);
      const [one, other] = [profileOf(asker?.memberId), profileOf(person?.memberId)];
      expect(one?.leftOn && other && one.leftOn < other.joinedOn).toBe(true);
    }
  });
});

describe("the profiles", () => {
  test("have no place left to fill in", () => {
    for (const { headline, about, skills } of world.profiles)
      expect([headline, about, ...skills].join(" ")).not.toMatch(/[{}_]|undefined/);
  });

  test("rarely say the same", () => {
    const headlines = world.profiles.flatMap(({ headline }) => headline ?? []);
    expect(new Set(headlines).size / headlines.length).toBeGreaterThan(0.6);
  });
});

describe("the feeds", () => {
  const isOf = (company: string) => (row: { companyId: string }) => row.companyId === companyId(company);
  test.each(["aoba", "larkfield"])(
    "of %s tell employees of profiles that changed, and of answers",
    (company) => {
      const lately = world.feedEvents
        .filter(isOf(company))
        .filter(({ viewerKind }) => viewerKind === "EMPLOYEE");
      expect(lately.length).toBeGreaterThan(4);
      expect(world.feedReactions.filter(isOf(company)).length).toBeGreaterThan(40);
    },
  );
});

describe("the times", () => {
  const occurred = world.feedEvents.map(({ occurredAt }) => Date.parse(occurredAt));
  const ago = (time: number) => (now.getTime() - time) / day;

  test("of the feed fill two years, most of all the first months, and go on until now", () => {
    expect(Math.max(...occurred.map(ago))).toBeGreaterThan(700);
    expect(Math.max(...occurred.map(ago))).toBeLessThan(740);
    expect(Math.min(...occurred.map(ago))).toBeGreaterThan(0);
    expect(occurred.filter((time) => ago(time) < 14).length).toBeGreaterThan(5);
    const early = occurred.filter((time) => ago(time) > 550).length;
    const late = occurred.filter((time) => ago(time) < 180).length;
    expect(early).toBeGreaterThan(late);
  });

  test("are never at night", () => {
    const aoba = world.feedEvents.filter((event) => event.companyId === companyId("aoba"));
    const hours = aoba.map(({ occurredAt }) => (new Date(occurredAt).getUTCHours() + 9) % 24);
    expect(Math.min(...hours)).toBeGreaterThanOrEqual(8);
  });

  test("are never in the future", () => {
    // But for how long an invitation is good.
    expect(
      JSON.stringify(world)
        .replace(/"expiresAt":"[^"]+"/g, "")
        .match(/"\d{4}-\d\d-\d\dT[^"]+"/g)
        ?.every((time) => Date.parse(JSON.parse(time)) <= now.getTime()),
    ).toBe(true);
  });
});

describe("the whole", () => {
  test("is the same every time", () => {
    expect(makeWorld(now)).toEqual(world);
  });

  test("is the same on another day, but for its times and ids", () => {
    const later = makeWorld(new Date(now.getTime() + 100 * day));
    const emails = ({ users }: typeof world) => users.map(({ email }) => email);
    const said = ({ chatMessages }: typeof world) => chatMessages.map(({ text, number }) => [text, number]);
    const shown = ({ profiles }: typeof world) =>
      profiles.map(({ companyId: _c, memberId: _m, employerAskedAt: _at, details, ...profile }) => ({
        ...profile,
        details: Object.values(details),
      }));
    const states = ({ members }: typeof world) =>
      members.map(({ kind, role, status }) => [kind, role, status]);
    for (const part of [emails, said, shown, states]) expect(part(later)).toEqual(part(world));
  });

  test("has ids of version 7 with the row's own time in them, none twice", () => {
    const ids = [
      ...world.companies,
      ...world.users,
      ...world.members,
      ...world.feedEvents,
      ...world.chatThreads,
      ...world.chatMessages,
    ];
    expect(new Set(ids.map(({ id }) => id)).size).toBe(ids.length);
    for (const { id, sentAt } of world.chatMessages) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
      expect(Number.parseInt(id.replace("-", "").slice(0, 12), 16)).toBe(Date.parse(sentAt));
    }
  });

  test("writes to nobody: every address is an example's, every account a sample", () => {
    expect(world.users.every(({ email }) => /^[a-z0-9.]+@example\.(com|net|org)$/.test(email))).toBe(true);
    expect(world.users.every(({ sample }) => sample)).toBe(true);
    expect(new Set(world.users.map(({ email }) => email)).size).toBe(world.users.length);
  });
});

describe("chance", () => {
  test("is mulberry32: the same numbers for the same word", () => {
    const [a, b, other] = [makeChance("okaeri"), makeChance("okaeri"), makeChance("tadaima")];
    const numbers = Array.from({ length: 1000 }, () => a.number());
    expect(Array.from({ length: 1000 }, () => b.number())).toEqual(numbers);
    expect(other.number()).not.toBe(numbers[0]);
    expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
    expect(numbers.reduce((sum, number) => sum + number) / 1000).toBeCloseTo(0.5, 1);
  });

  test("deals every card before the first comes again", () => {
    const next = makeDeals(makeChance("cards"));
    const cards = ["a", "b", "c", "d"];
    const dealt = Array.from({ length: 8 }, () => next(cards));
    expect(dealt.slice(0, 4).sort()).toEqual(cards);
    expect(dealt.slice(4).sort()).toEqual(cards);
  });
});
