import { beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { sendMessage } from "#lib/chat/messages.ts";
import { findPeople } from "#lib/chat/people.ts";
import { openDirectThread } from "#lib/chat/threads.ts";
import { newId } from "#lib/ids.ts";
import { listDirectory } from "#lib/people/directory.ts";
import { directoryQuerySchema } from "#lib/people/directory-query.ts";
import { addNewcomer } from "#tests/people/newcomers.ts";
import { addGuests } from "#tests/support/crowd.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();
let viewer: Viewer;
const ids: Record<string, string> = {};

const newcomers = {
  tatsuya: ["雉本", "貴史", "きじもと", "たかし"],
  takashi: ["雉田", "隆", "きじた", "たかし"],
  takagiri: ["鷹切", "光", "たかぎり", "ひかる"],
  takahama: ["鷹浜", "海", "たかはま", "うみ"],
  yamazaki: ["山嵜", "雉子", "やまざき", "きじこ"],
} as const;

beforeAll(async () => {
  viewer = await viewerOf(database, "sakura", "aoba");
  for (const [key, [familyName, givenName, familyNameKana, givenNameKana]] of Object.entries(newcomers)) {
    const name = { familyName, givenName, familyNameKana, givenNameKana };
    ids[key] = (await addNewcomer(database, "aoba", { ...name, department: "鷹匠部" })).memberId;
  }
});

const found = async (q: string) => (await findPeople(viewer, q)).people.map(({ memberId }) => memberId);

describe("of those whom words find", () => {
  it("surnames that begin so stand before given names, each in the order of the readings", async () => {
    expect(await found("鷹匠部 たか")).toEqual([ids.takagiri, ids.takahama, ids.takashi, ids.tatsuya]);
    expect(await found("鷹匠部 taka")).toEqual([ids.takagiri, ids.takahama, ids.takashi, ids.tatsuya]);
  });

  it("those to whom one wrote last stand first", async () => {
    for (const key of ["takahama", "tatsuya"]) {
      const threadId = await openDirectThread(viewer, ids[key] ?? "");
      await sendMessage(viewer, {
        threadId,
        clientId: newId(),
        text: "お元気ですか",
        mentions: [],
        files: [],
      });
    }
    expect(await found("鷹匠部 たか")).toEqual([ids.tatsuya, ids.takahama, ids.takagiri, ids.takashi]);
  });

  it("those with whom one was here stand next", async () => {
    await database.asOwner(
      "UPDATE profiles p SET joined_on = own.joined_on FROM profiles own WHERE p.member_id = $1 AND own.member_id = $2",
      [ids.takashi, viewer.memberId],
    );
    await database.asOwner(
      `UPDATE search_docs d SET facets = ARRAY['joined:' || extract(year FROM own.joined_on)] FROM profiles own
        WHERE d.member_id = $1 AND own.member_id = $2`,
      [ids.takashi, viewer.memberId],
    );
    expect(await found("鷹匠部 たか")).toEqual([ids.tatsuya, ids.takahama, ids.takashi, ids.takagiri]);
  });

  it("eight are shown, and all are counted as the directory counts them", async () => {
    const { total } = await listDirectory(viewer, directoryQuerySchema.parse({ q: "たか" }));
    const answer = await findPeople(viewer, "たか");
    expect(total).toBeGreaterThan(8);
    expect(answer).toMatchObject({ total, atLeast: false });
    expect(answer.people).toHaveLength(8);
  });
});

it("of more than 500 the one to whom one wrote and who was here with one are there, however late they are found", async () => {
  const crowd = await addGuests(database.asOwner, "aoba", 520);
  const [written, together] = crowd.slice(-2).map(({ memberId }) => memberId);
  await database.asOwner(
    `INSERT INTO search_docs (company_id, member_id, viewer_kind, doc, facets)
      SELECT $1, id, 'EMPLOYEE', '||' || lpad(n::text, 4, '0') || '|群れ', '{}' FROM unnest($2::uuid[]) WITH ORDINALITY AS g (id, n) ORDER BY n`,
    [viewer.companyId, crowd.map(({ memberId }) => memberId)],
  );
  await database.asOwner(
    "UPDATE profiles p SET joined_on = own.joined_on FROM profiles own WHERE p.member_id = $1 AND own.member_id = $2",
    [together, viewer.memberId],
  );
  await database.asOwner(
    `UPDATE search_docs d SET facets = ARRAY['joined:' || extract(year FROM own.joined_on)] FROM profiles own
      WHERE d.member_id = $1 AND own.member_id = $2`,
    [together, viewer.memberId],
  );
  const threadId = await openDirectThread(viewer, written ?? "");
  await sendMessage(viewer, { threadId, clientId: newId(), text: "お元気ですか", mentions: [], files: [] });
  const answer = await findPeople(viewer, "群れ");
  expect(answer).toMatchObject({ total: 500, atLeast: true });
  expect(answer.people.slice(0, 2).map(({ memberId }) => memberId)).toEqual([written, together]);
});

it("a voiced reading is found by the voiceless one when nobody else is", async () => {
  expect(await found("鷹匠部 やまさき")).toEqual([ids.yamazaki]);
  await addNewcomer(database, "aoba", {
    familyName: "山先",
    givenName: "環",
    familyNameKana: "やまさき",
    givenNameKana: "たまき",
    department: "鷹匠部",
  });
  expect(await found("鷹匠部 やまさき")).not.toContain(ids.yamazaki);
});

it("nobody is found for nothing, nor one company's people in the other", async () => {
  for (const q of ["", " ", "、", "ー"])
    expect(await findPeople(viewer, q)).toEqual({ people: [], total: 0, atLeast: false });
  const hannah = await viewerOf(database, "hannah", "larkfield");
  expect((await findPeople(hannah, "鷹匠部")).people).toEqual([]);
  const bySurname = "SELECT members_by_surname($1, ARRAY['鷹'])";
  expect(await database.asViewer(viewer, bySurname, [[ids.takahama, ids.takashi]])).toHaveLength(1);
  expect(await database.asViewer(hannah, bySurname, [[ids.takahama]])).toEqual([]);
  expect(await database.asApp({}, bySurname, [[ids.takahama]])).toEqual([]);
});
