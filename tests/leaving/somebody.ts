import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { expect } from "vitest";
import { noteProfileLook } from "#lib/audit/noting.ts";
import type { Account, Viewer } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import { startSignIn } from "#lib/auth/sign-in.ts";
import { blockMember } from "#lib/chat/blocks.ts";
import { setReaction } from "#lib/chat/changes.ts";
import { addFile } from "#lib/chat/files.ts";
import { createGroup } from "#lib/chat/groups.ts";
import { sendMessage } from "#lib/chat/messages.ts";
import { saveChatPreferences } from "#lib/chat/preferences.ts";
import type { ChatLine } from "#lib/chat/schema.ts";
import { openDirectThread } from "#lib/chat/threads.ts";
import { giveOkaeri, markLooked } from "#lib/feed/reactions.ts";
import { newId } from "#lib/ids.ts";
import { askCorrection } from "#lib/people/corrections.ts";
import { shownToOf } from "#lib/people/details.ts";
import type { Written } from "#lib/people/input.ts";
import { findOwnProfile, saveVisibility, writeSection } from "#lib/people/own-profile.ts";
import { putPhoto } from "#lib/people/photos.ts";
import { saveSearch } from "#lib/people/saved-searches.ts";
import { lookAtSearches } from "#lib/people/search-news.ts";
import { makeTakeout } from "#lib/takeout/making.ts";
import { startTakeout } from "#lib/takeout/takeouts.ts";
import { runDueTasks } from "#lib/work/running.ts";
import { startTask } from "#lib/work/tasks.ts";
import { bodyOf } from "#tests/files/uploads.ts";
import type { TestDatabase } from "#tests/support/database.ts";
import { signIn, viewerOf } from "#tests/support/people.ts";

/** Words that nobody else has, as they stand and as searches fold them. */
export const words = [
  "鵺塚",
  "翠嵐",
  "ぬえづか",
  "すいらん",
  "nuezuka",
  "suiran",
  "quetzal",
  "鰐淵",
  "わにぶち",
  "螺鈿の行灯",
  "蟋蟀の自伝",
  "鶺鴒製作所",
  "鸚鵡課長",
  "驢馬の世話",
  "example.com/kosaku-own",
  "蒲公英検索",
  "鸛の観測室",
  "駱駝係長",
  "辞令は獺祭堂にあり",
  "未送信の鼬",
  "呼び名は穴熊",
];

export type Somebody = {
  viewer: Viewer;
  account: Account;
  other: Viewer;
  group: string;
  direct: string;
  /** Of which the other never agreed. */
  asked: string;
  line: ChatLine;
};

/** 髙橋 耕作 under another name, with something of his in every table; さくら is with him in a conversation and a group. */
export async function makeSomebody(database: TestDatabase): Promise<Somebody> {
  const { account } = await signIn(database, "kosaku");
  const viewer = await viewerOf(database, "kosaku", "aoba");
  const other = await viewerOf(database, "sakura", "aoba");
  const yuki = await viewerOf(database, "yuki", "aoba");
  await writeAll(viewer, other);
  await saveSearch(viewer, { name: "蒲公英検索", query: "q=x", watched: true });
  await saveSearch(other, { name: "アルムナイ", query: "kind=ALUMNUS", watched: true });
  await lookAtSearches();
  await askCorrection(viewer, { field: "TITLE", proposed: "駱駝係長", note: "辞令は獺祭堂にあり" });
  await noteProfileLook(yuki, viewer.memberId, { corrections: true });
  await saveChatPreferences(viewer, { shareReads: false });

  const direct = await openDirectThread(viewer, other.memberId);
  const asked = await openDirectThread(viewer, yuki.memberId);
  await database.asOwner(
    "UPDATE chat_participants SET state = CASE WHEN thread_id = $1 THEN 'ACTIVE' ELSE CASE member_id WHEN $3 THEN 'ACTIVE' ELSE 'ASKED' END END::\"ParticipantState\" WHERE thread_id IN ($1, $2)",
    [direct, asked, viewer.memberId],
  );
  await say(viewer, asked, "承諾をお願いします、蒲公英検索の件です");
  const group = await createGroup(viewer, { memberIds: [other.memberId], name: "同窓会" });
  const file = await addFile(viewer, direct, { name: "資料.txt", body: bodyOf("資料") });
  const line = await say(viewer, direct, "お久しぶりです", [file.id]);
  await setReaction(viewer, { threadId: direct, number: line.number, emoji: "👍", on: true });
  await say(viewer, group, "集まりましょう");
  await say(other, direct, "こちらこそ");
  await addFile(viewer, direct, { name: "未送信の鼬.txt", body: bodyOf("未送信の鼬") });

  await database.asOwner(
    `INSERT INTO leavers (company_id, id, family_name, given_name, sort_key, number, mail, note, doc, member_id)
      VALUES ($1, $2, '鵺塚', '駱駝', 'ぬえづか', '鵺100', 'nue@example.net', '獺祭堂の方', '鵺塚', $3)`,
    [viewer.companyId, newId(), viewer.memberId],
  );
  await database.asOwner(
    `WITH i AS (INSERT INTO invitations (company_id, leaver_id, state, invited_by_id, expires_at)
        SELECT company_id, id, 'JOINED', $1, now() FROM leavers WHERE number = '鵺100' RETURNING company_id, leaver_id)
      INSERT INTO invitation_mails (company_id, id, leaver_id, locale, state, address, sent_at, answer)
        SELECT company_id, gen_random_uuid(), leaver_id, 'ja', 'SENT', 'nue@example.net', now(), '250 鵺塚' FROM i`,
    [other.memberId],
  );
  const lineId = newId();
  await database.asOwner(
    "INSERT INTO feed_events (company_id, id, kind, member_id) VALUES ($1, $2, 'JOINED', $3)",
    [other.companyId, lineId, other.memberId],
  );
  await giveOkaeri(viewer, lineId, true);
  await markLooked(viewer);
  const chinatsu = await viewerOf(database, "chinatsu", "aoba");
  await blockMember(viewer, chinatsu.memberId);
  await database.asOwner(
    "INSERT INTO notifications (company_id, member_id, kind, subject) VALUES ($1, $2, 'OKAERI', $2)",
    [viewer.companyId, viewer.memberId],
  );
  await withViewer(viewer, (tx) => startTask(tx, viewer, { kind: "count", input: {} }));
  await database.asOwner(
    "INSERT INTO push_subscriptions (id, user_id, session_id, endpoint, p256dh, auth) VALUES ($1, $2, $3, 'https://push.example.com', '', '')",
    [newId(), account.userId, account.sessionId],
  );
  await startTakeout(viewer);
  await runDueTasks({ takeout: makeTakeout }, new AbortController().signal);
  await startSignIn({ email: account.email, locale: "ja", address: "192.0.2.1", browser: "x" });
  return { viewer, account, other, group, direct, asked, line };
}

async function writeAll(viewer: Viewer, other: Viewer): Promise<void> {
  const { sections, fields } = await findOwnProfile(viewer);
  const called = fields.find(({ kind }) => kind === "TEXT")?.id ?? "";
  const written: Written[] = [
    {
      section: "names",
      before: sections.names,
      after: {
        familyName: "鵺塚",
        givenName: "翠嵐",
        familyNameKana: "ぬえづか",
        givenNameKana: "すいらん",
        preferredName: "Quetzal",
        formerFamilyName: "鰐淵",
        formerFamilyNameKana: "わにぶち",
      },
    },
    { section: "intro", before: sections.intro, after: { headline: "螺鈿の行灯", about: "蟋蟀の自伝" } },
    {
      section: "work",
      before: sections.work,
      after: { employer: "鶺鴒製作所", employerTitle: "鸚鵡課長", industry: null, work: "驢馬の世話" },
    },
    {
      section: "career",
      before: sections.career,
      after: { positions: [{ department: "鸛の観測室", title: null, from: "2010-04", until: "2011-03" }] },
    },
    {
      section: "details",
      before: sections.details,
      after: { details: { ...sections.details.details, [called]: "呼び名は穴熊" } },
      seen: shownToOf(fields),
    },
    { section: "links", before: sections.links, after: { links: ["https://example.com/kosaku-own"] } },
  ];
  for (const one of written)
    expect(await writeSection(viewer, one), one.section).toMatchObject({ written: true });
  await saveVisibility(viewer, {
    audiences: { work: "EVERYONE", links: "EVERYONE", rehire: "CONTACT" },
    rehireContact: other.memberId,
  });
  const square = sharp({ create: { width: 64, height: 64, channels: 3, background: "teal" } });
  await putPhoto(viewer, bodyOf(await square.png().toBuffer()), { x: 0.5, y: 0.5, zoom: 1 });
}

function say(viewer: Viewer, threadId: string, text: string, files: string[] = []): Promise<ChatLine> {
  return sendMessage(viewer, { threadId, clientId: randomUUID(), text, mentions: [], files });
}
