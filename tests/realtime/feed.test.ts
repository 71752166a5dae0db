import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { findViewer } from "#lib/auth/viewers.ts";
import { blockMember } from "#lib/chat/blocks.ts";
import { giveOkaeri } from "#lib/feed/reactions.ts";
import { newId } from "#lib/ids.ts";
import { findOwnProfile, saveVisibility, writeSection } from "#lib/people/own-profile.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { eventually } from "#tests/support/eventually.ts";
import { signIn } from "#tests/support/people.ts";
import { hear, runSidecar } from "#tests/support/sidecar.ts";

const database = openTestDatabase();
const sidecar = runSidecar(database);
const names = ["kosaku", "sakura", "chinatsu", "yuki"] as const;
const told = { added: new Map<string, unknown[]>(), answered: new Map<string, unknown[]>() };
const viewers = new Map<string, Viewer>();

beforeAll(async () => {
  await database.asOwner("DELETE FROM chat_blocks");
  for (const name of names) {
    const { account, token } = await signIn(database, name);
    const socket = await sidecar.connect({ token });
    told.added.set(name, hear(socket, "feed:new"));
    told.answered.set(name, hear(socket, "feed:answered"));
    viewers.set(name, await findViewer(account, "aoba"));
  }
});

const heard = (kind: keyof typeof told) => names.map((name) => told[kind].get(name)?.length);

function viewer(name: (typeof names)[number]): Viewer {
  const found = viewers.get(name);
  if (!found) throw new Error(`${name} has not come`);
  return found;
}

async function writeArea(area: string): Promise<void> {
  const { sections } = await findOwnProfile(viewer("kosaku"));
  await writeSection(viewer("kosaku"), { section: "area", before: sections.area, after: { area } });
}

test("of a profile that changed those hear who see it, and neither its owner nor whom a block parts", async () => {
  const [kosaku, sakura] = [viewer("kosaku"), viewer("sakura")];
  await saveVisibility(kosaku, { audiences: { area: "EMPLOYEES" } });
  await writeArea("徳島県");
  await eventually(() => expect(heard("added")).toEqual([0, 1, 0, 1]));
  // A second change within the hour is no news.
  await writeArea("香川県");
  await saveVisibility(kosaku, { audiences: { area: "EVERYONE" } });
  await database.asOwner("DELETE FROM feed_events WHERE kind = 'CHANGED' AND member_id = $1", [
    kosaku.memberId,
  ]);
  await blockMember(kosaku, sakura.memberId);
  await writeArea("高知県");
  await eventually(() => expect(heard("added")).toEqual([0, 1, 1, 2]));
});

test("of an answer those hear who read the line and find who gave it", async () => {
  const [kosaku, chinatsu, yuki] = [viewer("kosaku"), viewer("chinatsu"), viewer("yuki")];
  const lineId = newId();
  await database.asOwner(
    "INSERT INTO feed_events (company_id, id, kind, member_id) VALUES ($1, $2, 'JOINED', $3)",
    [kosaku.companyId, lineId, kosaku.memberId],
  );
  await giveOkaeri(chinatsu, lineId, true);
  // Sakura is parted from Kosaku, by the test above.
  await eventually(() => expect(heard("answered")).toEqual([1, 0, 1, 1]));
  await giveOkaeri(chinatsu, lineId, true);
  await blockMember(yuki, chinatsu.memberId);
  await giveOkaeri(chinatsu, lineId, false);
  await eventually(() => expect(heard("answered")).toEqual([2, 0, 2, 1]));
  await saveVisibility(chinatsu, { unlisted: true });
  await giveOkaeri(chinatsu, lineId, true);
  await giveOkaeri(yuki, lineId, true);
  await eventually(() => expect(heard("answered")).toEqual([3, 0, 2, 2]));
  expect(told.answered.get("kosaku")).toEqual(
    Array.from({ length: 3 }, () => [{ eventId: lineId, within: expect.any(Number) }]),
  );
});
