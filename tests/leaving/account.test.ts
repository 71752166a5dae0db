import { describe, expect, it } from "vitest";
import type { Account } from "#lib/auth/schema.ts";
import { mailDeletionCode } from "#lib/auth/sign-in.ts";
import { NotFound } from "#lib/errors.ts";
import { deleteAccount } from "#lib/leaving/account.ts";
import { lastMailTo } from "#tests/auth/mailed.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/people.ts";
import { checkNothingIsLeft } from "./nothing-left.ts";

const database = openTestDatabase();
const address = "192.0.2.7";

async function mailedCode(account: Account): Promise<string> {
  await mailDeletionCode(account, address);
  return (await lastMailTo(database, account.email)).code;
}

checkNothingIsLeft(database, "deletes the account", async ({ account }) => {
  await deleteAccount(account, { code: await mailedCode(account), address });
});

describe("an account is deleted by its own mailbox alone:", () => {
  it("not by a wrong code, nor by another's", async () => {
    const { account } = await signIn(database, "sakura");
    const code = await mailedCode(account);
    const wrong = code === "000000" ? "000001" : "000000";
    const others = await mailedCode((await signIn(database, "yuki")).account);
    for (const tried of [wrong, others])
      await expect(deleteAccount(account, { code: tried, address })).rejects.toMatchObject({
        fields: { code: "code" },
      });
  });

  it("not by who has the mailbox and no session any more", async () => {
    const { account } = await signIn(database, "sakura");
    const code = await mailedCode(account);
    await database.asOwner("DELETE FROM sessions WHERE id = $1", [account.sessionId]);
    await expect(deleteAccount(account, { code, address })).rejects.toThrow(NotFound);
  });

  it("not by a company's last owner", async () => {
    const { account } = await signIn(database, "koji");
    const code = await mailedCode(account);
    await expect(deleteAccount(account, { code, address })).rejects.toMatchObject({
      fields: { account: "lastOwner" },
    });
    expect(await database.asOwner("SELECT FROM users WHERE email = $1", [account.email])).toHaveLength(1);
  });
});
