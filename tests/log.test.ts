import { afterAll, expect, test } from "vitest";
import { z } from "zod";
import { everyCompany, withScope } from "#lib/db.ts";
import { newId } from "#lib/ids.ts";
import { capture } from "#lib/launch/command.ts";
import { log, logUnexpected } from "#lib/log.ts";
import { queueMail } from "#lib/mail/mailer.ts";
import { withinRequest } from "#lib/request-context.ts";
import { people } from "#prisma/world.ts";
import { eventually } from "#tests/support/eventually.ts";
import { startSmtpServer } from "./mail/smtp-server.ts";
import { expectLog, loggedLines } from "./support/console.ts";
import { openTestDatabase } from "./support/database.ts";
import { memberIdOf, signIn } from "./support/people.ts";
import { workerProcess } from "./support/server-process.ts";
import { runSidecar } from "./support/sidecar.ts";

const database = openTestDatabase();
const printed: string[] = [];
const keep = (text: string) => printed.push(text);
const sidecar = runSidecar(database, { env: { LOG_LEVEL: "debug", NODE_ENV: "production" }, onOutput: keep });

const lineSchema = z.looseObject({ level: z.string(), msg: z.string(), process: z.string() });
const lines = () =>
  printed
    .join("")
    .split("\n")
    .filter(Boolean)
    .map((line) => lineSchema.parse(JSON.parse(line)));

// What people wrote, or hold: each is somewhere in what is done below.
const marks = {
  text: "himitsu no hanashi",
  name: "himitsu.pdf",
  mail: "himitsu@example.com",
  code: "429173",
};

function expectNoMarks(...more: string[]): void {
  const all = printed.join("");
  for (const mark of [...Object.values(marks), ...more]) expect(all).not.toContain(mark);
}

afterAll(() => expectNoMarks());

test("a command that fails is one line, under the id that its person hears; of what they wrote nothing is in any line", async () => {
  const { token } = await signIn(database, "sakura");
  const memberId = await memberIdOf(database, "sakura", "aoba");
  const socket = await sidecar.connect({ token });
  const [thread] = await database.asOwner<{ id: string }>(
    "SELECT thread_id AS id FROM chat_participants WHERE member_id = $1 AND state = 'ACTIVE' LIMIT 1",
    [memberId],
  );
  const message = {
    threadId: thread?.id ?? "",
    clientId: newId(),
    text: marks.text,
    mentions: [],
    files: [],
  };
  await database.asOwner(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE EXCEPTION 'not this: %', NEW.text USING DETAIL = NEW.text; END $$`);
  await database.asOwner(
    "CREATE TRIGGER refuse BEFORE INSERT ON chat_messages FOR EACH ROW EXECUTE FUNCTION refuse()",
  );
  const refused = await socket.timeout(5000).emitWithAck("message:send", message);
  await database.asOwner("DROP TRIGGER refuse ON chat_messages");
  if (refused.ok || refused.code !== "unexpected") throw new Error("it was not refused as the unexpected is");

  // A wrong input, a thread of nobody's, and one that goes well.
  Reflect.apply(socket.emit, socket, ["message:send", { ...message, text: [marks.text] }, () => {}]);
  await socket.timeout(5000).emitWithAck("thread:sync", { threadId: newId(), after: 0 });
  expect((await socket.timeout(5000).emitWithAck("message:send", message)).ok).toBe(true);

  await eventually(() => {
    const own = lines().filter(({ requestId }) => requestId === refused.requestId);
    expect(own).toContainEqual(
      expect.objectContaining({
        level: "error",
        process: "realtime",
        action: "message:send",
        memberId,
        msg: "a request failed",
        err: expect.objectContaining({ type: "error", code: "P0001", stack: expect.any(Array) }),
      }),
    );
    expect(own.filter(({ level }) => level === "error")).toHaveLength(1);
    expect(lines().filter(({ msg }) => msg === "a command was answered").length).toBeGreaterThanOrEqual(4);
  });
  expectNoMarks(token);
});

test("a mail that cannot be delivered is told by its code, not by its address, subject or code", async () => {
  const smtp = await startSmtpServer();
  smtp.refuse(`550 5.1.1 <${marks.mail}>: no such person`);
  const env = { SMTP_URL: smtp.url, LOG_LEVEL: "debug", NODE_ENV: "production" };
  const worker = await workerProcess(env, keep);
  await worker.start();
  await withScope(everyCompany, (tx) =>
    queueMail(tx, { to: marks.mail, subject: marks.text, html: `<p>${marks.code}</p>`, text: marks.code }),
  );
  await eventually(() =>
    expect(lines()).toContainEqual(
      expect.objectContaining({
        process: "worker",
        level: "warn",
        msg: "a job failed",
        err: expect.objectContaining({ code: "EENVELOPE" }),
      }),
    ),
  );
  await worker.stop();
  await smtp.close();
  expectNoMarks();
});

test("what a library prints, and what nobody catches, is a line without a word of it", async () => {
  const script = `
    const { keepLogs } = await import("./lib/process-logs.ts");
    keepLogs("worker");
    console.error("said ${marks.text}");
    console.warn(new TypeError("${marks.text}"), "${marks.text}");
    setTimeout(() => { throw new Error("${marks.text}"); });
  `;
  const env = { ...process.env, NODE_ENV: "production" as const, LOG_LEVEL: "debug" };
  const args = ["--conditions=react-server", "--input-type=module", "-e", script];
  const { code, output } = await capture(process.execPath, args, { env });
  printed.push(output);
  expect(code).toBe(1);
  expect(
    output
      .trim()
      .split("\n")
      .map((line) => lineSchema.parse(JSON.parse(line))),
  ).toEqual([
    expect.objectContaining({
      level: "error",
      msg: "a library printed something",
      at: expect.stringMatching(/^at /),
    }),
    expect.objectContaining({
      level: "error",
      msg: "an error was met",
      err: expect.objectContaining({ type: "TypeError" }),
    }),
    expect.objectContaining({
      level: "fatal",
      msg: "nobody caught an error",
      err: expect.objectContaining({ type: "Error" }),
    }),
  ]);
});

test("an error is logged once for a request, and carries what is known of that", () => {
  expectLog("error", /"msg":"a request failed"/);
  const context = { requestId: newId(), route: "/c/[company]/feed", companyId: newId(), memberId: newId() };
  const error = new Error(`${people.sakura.email} is here`);
  const told = [1, 2].map(() => withinRequest(context, () => logUnexpected("a request failed", error)));
  expect(told).toEqual([context.requestId, context.requestId]);
  expect(loggedLines()).toHaveLength(1);
  expect(JSON.parse(loggedLines()[0] ?? "")).toMatchObject({ ...context, err: { type: "Error" } });
  expect(loggedLines()[0]).not.toContain(people.sakura.email);
});

test("a message is a text of the source: the compiler refuses one that is put together", () => {
  expectLog("warn", /"msg":"told/);
  log.warn("told");
  const text: string = "told";
  // @ts-expect-error: it could hold anything.
  log.warn(text);
  // @ts-expect-error: it could hold anything.
  log.warn(`told ${text}`);
});
