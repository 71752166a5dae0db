import { beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { locales } from "#lib/auth/schema.ts";
import { blockMember } from "#lib/chat/blocks.ts";
import { leaveGroup } from "#lib/chat/groups.ts";
import { giveOkaeri } from "#lib/feed/reactions.ts";
import { messages as en } from "#lib/i18n/messages/en/index.ts";
import { messages as ja } from "#lib/i18n/messages/ja/index.ts";
import { newId } from "#lib/ids.ts";
import type { Part } from "#lib/takeout/part.ts";
import { parts } from "#lib/takeout/parts.ts";
import { makeSomebody, type Somebody, words } from "#tests/leaving/somebody.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";
import { listSecrets, secretsIn } from "#tests/tenancy/company-rows.ts";
import { makeOne, openOne } from "./made.ts";
import { exported, reasons, unheld } from "./tables.ts";

const database = openTestDatabase();
const messagesOf = { ja, en };

/** Spellings that only searches make of a name. */
const folded = ["nuezuka", "suiran", "quetzal"];

let one: Somebody;
let koji: Viewer;
let made: Awaited<ReturnType<typeof openOne>>;
let text: string;

beforeAll(async () => {
  one = await makeSomebody(database);
  koji = await viewerOf(database, "koji", "aoba");
  const lineId = newId();
  await database.asOwner(
    "INSERT INTO feed_events (company_id, id, kind, member_id) VALUES ($1, $2, 'JOINED', $3)",
    [one.viewer.companyId, lineId, one.viewer.memberId],
  );
  await giveOkaeri(one.other, lineId, true);
  await makeOne(one.viewer);
  made = await openOne(one.viewer);
  text = [...made.entries].map(([path, bytes]) => `${path}\n${bytes}`).join("\n");
});

describe("every table", () => {
  it("in which a member or an account stands is in a takeout, or on a list with a reason", async () => {
    const tables = await database.asOwner<{ name: string }>(
      `SELECT DISTINCT c.relname AS name FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND (
          EXISTS (SELECT FROM pg_constraint f WHERE f.conrelid = c.oid AND f.contype = 'f'
            AND f.confrelid IN ('members'::regclass, 'users'::regclass, 'sessions'::regclass, 'chat_participants'::regclass))
          OR EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname ~ '^(email|to|member_id|user_id|\\w+er_id)$'))`,
    );
    expect(tables.map(({ name }) => name).sort()).toEqual(
      [...Object.keys(exported), ...Object.keys(reasons)].sort(),
    );
  });

  it("has a part for what it holds, and no part is without a table", () => {
    expect([...new Set(Object.values(exported).flat())].sort()).toEqual(parts.map(({ name }) => name).sort());
  });
});

describe("somebody with something in every table", () => {
  it.each(parts.map(({ name, columns }) => ({ name, columns })))(
    "finds it in $name, in each row all that the table has columns for",
    ({ name, columns }) => {
      const rows = made.data[name] ?? [];
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(Object.keys(row).sort()).toEqual([...columns].sort());
      const table = String(made.entries.get(`csv/${name}.csv`));
      expect(table.startsWith(`\ufeff${columns.join(",")}\r\n`)).toBe(true);
    },
  );

  it("finds every word of theirs", () => {
    for (const word of words.filter((word) => !folded.includes(word))) expect(text, word).toContain(word);
  });

  it("finds their files and their photo as they gave them, and what each entry is", () => {
    const paths = [...made.entries.keys()];
    expect(paths).toContain("photo.webp");
    const [sent] = paths.filter((path) => path.endsWith(" 資料.txt"));
    expect(String(made.entries.get(sent ?? ""))).toBe("資料");
    const readme = String(made.entries.get("README.txt"));
    for (const { name } of parts) expect(readme.split(`csv/${name}.csv`)).toHaveLength(3);
  });

  it("finds each value of an enum explained, in both languages", async () => {
    const columns = await database.asOwner<{ enum: string; value: string }>(
      `SELECT DISTINCT t.typname AS enum, e.enumlabel AS value FROM pg_attribute a JOIN pg_type t ON t.oid IN (a.atttypid, (SELECT typelem FROM pg_type WHERE oid = a.atttypid))
        JOIN pg_enum e ON e.enumtypid = t.oid WHERE a.attrelid = ANY ($1::regclass[])`,
      [Object.keys(exported)],
    );
    expect(columns.length).toBeGreaterThan(50);
    const readme = String(made.entries.get("README.txt")).split("=".repeat(60));
    expect(readme).toHaveLength(2);
    const named = parts.flatMap(({ values = {} }: Part) => Object.values(values));
    for (const { enum: mapped, value } of columns) {
      const name = mapped === "WorkState" ? "TaskState" : mapped;
      if (unheld[name]?.[value]) continue;
      expect(named, `${name} is explained`).toContain(name);
      for (const locale of locales) {
        const { values } = messagesOf[locale].takeout;
        const meaning = Object.entries(values).find(([of]) => of === name)?.[1];
        expect(Object.keys(meaning ?? {}), name).toContain(value);
      }
    }
    for (const [index, locale] of locales.entries())
      for (const meanings of Object.values(messagesOf[locale].takeout.values))
        for (const [value, meaning] of Object.entries(meanings))
          expect(readme[index]).toContain(`${value} = ${meaning}`);
  });

  it("finds nothing that looks like such a value in a column that has none explained", () => {
    for (const { name, columns, values = {} } of parts as readonly Part[])
      for (const column of columns) {
        const of = values[column];
        const explained = of
          ? Object.keys(of === "purposes" ? messagesOf.ja.people.purposes : messagesOf.ja.takeout.values[of])
          : [];
        for (const row of made.data[name] ?? [])
          for (const value of [row[column]].flat())
            if (/^[A-Z]+(_[A-Z]+)*$/.test(String(value)))
              expect(explained, `${name}.${column}`).toContain(value);
      }
  });

  it("finds the question of the company beside their answer, with its hint in both languages", () => {
    expect(made.data.answers).toContainEqual({
      fieldJa: "職場での呼び名",
      fieldEn: "Called at work",
      hintJa: "いちばん長く呼ばれていた名前を",
      hintEn: "The name you went by the longest",
      value: "呼び名は穴熊",
      audience: "EMPLOYEES",
      asked: true,
    });
  });

  it("finds their messages with their conversations, and nothing that others wrote", () => {
    expect(made.data.messages).toContainEqual(
      expect.objectContaining({
        text: "お久しぶりです",
        conversation: "大野 さくら",
        conversationId: one.direct,
      }),
    );
    expect(made.data.messages).toContainEqual(
      expect.objectContaining({ text: "集まりましょう", conversation: "同窓会" }),
    );
    expect(text).not.toContain("こちらこそ");
  });

  it("finds no hash, no key, and nothing of another company", async () => {
    const hidden = await database.asOwner<{ secret: string }>(
      `SELECT encode(token_hash, 'hex') AS secret FROM sessions UNION ALL SELECT encode(link_hash, 'hex') FROM sign_ins
        UNION ALL SELECT encode(code_hash, 'hex') FROM sign_ins UNION ALL SELECT endpoint FROM push_subscriptions`,
    );
    expect(hidden.length).toBeGreaterThan(5);
    for (const { secret } of hidden) expect(text).not.toContain(secret);
    const { companyId } = await viewerOf(database, "hannah", "larkfield");
    expect(secretsIn(text, await listSecrets(database, companyId))).toEqual([]);
  });
});

/** What does not differ between two takeouts of one moment. */
const lasting = ({ data }: typeof made) => {
  const { madeAt: _, tasks: __, sessions: ___, ...rest } = data;
  return rest;
};

it("changes no byte by who has blocked them", async () => {
  const before = lasting(made);
  await blockMember(koji, one.viewer.memberId);
  await makeOne(one.viewer);
  const after = await openOne(one.viewer);
  expect(lasting(after)).toEqual(before);
  expect([...after.entries].join()).not.toContain(koji.memberId);
});

it("holds what they wrote where they read nothing any more, without saying where that is", async () => {
  await leaveGroup(one.viewer, one.group);
  await blockMember(one.other, one.viewer.memberId);
  await makeOne(one.viewer);
  const { data } = await openOne(one.viewer);
  const nowhere = { conversationId: null, conversation: null, number: null };
  for (const said of ["集まりましょう", "お久しぶりです"])
    expect(data.messages).toContainEqual(expect.objectContaining({ ...nowhere, text: said }));
  const listed = data.conversations?.map(({ conversationId }) => conversationId);
  expect(listed).toContain(one.asked);
  for (const gone of [one.group, one.direct]) expect(listed).not.toContain(gone);
});
