import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { findViewer } from "#lib/auth/viewers.ts";
import { askCorrection, listOwnCorrections, takeBackCorrection } from "#lib/people/corrections.ts";
import { decideCorrection } from "#lib/people/decisions.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { eventually } from "#tests/support/eventually.ts";
import { memberIdOf, signIn } from "#tests/support/people.ts";
import { hear, runSidecar } from "#tests/support/sidecar.ts";

const database = openTestDatabase();
const sidecar = runSidecar(database);
// Whose record it is, who decides, and who has nothing to do with it: of the company, and HR of another one.
const names = ["kosaku", "yuki", "sakura", "chinatsu", "hannah"] as const;
const told = new Map<string, unknown[]>();
const viewers = new Map<string, Viewer>();

beforeAll(async () => {
  await database.asOwner("DELETE FROM corrections");
  for (const name of names) {
    const company = name === "hannah" ? "larkfield" : "aoba";
    if (name === "hannah")
      await database.asOwner("UPDATE members SET role = 'HR_ADMIN' WHERE id = $1", [
        await memberIdOf(database, name, company),
      ]);
    const { account, token } = await signIn(database, name);
    const socket = await sidecar.connect({ token, company });
    told.set(name, hear(socket, "corrections:changed"));
    viewers.set(name, await findViewer(account, company));
  }
});

const heard = () => names.map((name) => told.get(name)?.length);

function viewer(name: (typeof names)[number]): Viewer {
  const found = viewers.get(name);
  if (!found) throw new Error(`${name} has not come`);
  return found;
}
const ask = () => askCorrection(viewer("kosaku"), { field: "TITLE", proposed: "技監", note: "辞令のとおり" });
async function waitingId(): Promise<string> {
  const own = await listOwnCorrections(viewer("kosaku"));
  return own.find(({ status }) => status === "WAITING")?.id ?? "";
}
const soon = (counts: number[]) => eventually(() => expect(heard()).toEqual(counts));

test("of what was asked, taken back and decided hear its member and HR of the company, and nobody else; and nothing is said", async () => {
  await ask();
  await soon([1, 1, 0, 0, 0]);
  await takeBackCorrection(viewer("kosaku"), { id: await waitingId() });
  await soon([2, 2, 0, 0, 0]);
  await ask();
  await soon([3, 3, 0, 0, 0]);
  await decideCorrection(viewer("yuki"), { id: await waitingId(), confirm: true, answer: null });
  await soon([4, 4, 0, 0, 0]);
  expect(told.get("yuki")).toEqual([[], [], [], []]);
});

test("what was refused tells nothing, and who is of HR no more hears nothing more", async () => {
  await database.asOwner("UPDATE members SET role = 'MEMBER' WHERE id = $1", [viewer("yuki").memberId]);
  // That is recorded by now.
  await expect(ask()).rejects.toThrow();
  // The sidecar hears of her role a moment later.
  await eventually(async () => {
    const before = told.get("yuki")?.length;
    await askAndTakeBack();
    expect(told.get("yuki")).toHaveLength(before ?? 0);
  });
});

/** Returns when its member has heard of both. */
async function askAndTakeBack(): Promise<void> {
  const before = told.get("kosaku")?.length ?? 0;
  await askCorrection(viewer("kosaku"), { field: "DEPARTMENT", proposed: "分析室", note: "辞令のとおり" });
  await takeBackCorrection(viewer("kosaku"), { id: await waitingId() });
  await eventually(() => expect(told.get("kosaku")).toHaveLength(before + 2));
}
