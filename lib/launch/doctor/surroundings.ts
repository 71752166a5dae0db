import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import type { Env } from "#lib/env.ts";
import { errorCode, LaunchFailure } from "#lib/launch/failure.ts";
import { buildFolder, requireWritable } from "#lib/launch/folders.ts";
import { openRedis } from "#lib/redis.ts";
import { type Finding, look, ok, warning, wrong } from "./finding.ts";

const timeoutMs = 8_000;
const gigabyte = 1024 ** 3;

/** What the processes need beside the database: folders, mail, Redis, push, the scanner, the build. */
export async function examineSurroundings(settings: Env): Promise<Finding[]> {
  const checks = await Promise.all([
    look("uploads", () => examineFolder(settings.uploads)),
    look("mail", () => examineMail(settings)),
    look("Redis", () => examineRedis(settings.redisUrl)),
    look("scanner", () => examineScanner(settings.scanCommand)),
  ]);
  return [
    ok("Node", process.versions.node),
    existsSync(join(buildFolder, "BUILD_ID"))
      ? ok("build", "the web is built")
      : warning("build", "the web is not built", "run `npm run build` (`npm start` does it by itself)"),
    ...checks.flat(),
    settings.vapid
      ? ok("web push", "has its keys")
      : warning(
          "web push",
          "has no keys: nobody is woken by push",
          "set VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY, if you want it",
        ),
  ];
}

async function examineFolder(folder: string): Promise<Finding[]> {
  if (!existsSync(folder))
    return [
      warning(
        "uploads",
        `${folder} is not there yet`,
        "the first start makes it; if files were there, see whether the disk is mounted",
      ),
    ];
  try {
    requireWritable(folder);
  } catch (error) {
    if (!(error instanceof LaunchFailure)) throw error;
    return [wrong("uploads", "cannot be written", error.message)];
  }
  const { bavail, blocks, bsize } = await statfs(folder);
  const free = (bavail * bsize) / gigabyte;
  const said = `${folder} can be written; ${free.toFixed(1)} GB of ${((blocks * bsize) / gigabyte).toFixed(0)} GB free`;
  return [free < 2 ? warning("uploads", said, "make room before it is full") : ok("uploads", said)];
}

async function examineMail({ smtpUrl, sampleDoors }: Env): Promise<Finding[]> {
  if (!smtpUrl) {
    if (sampleDoors) return [ok("mail", "is kept at /mailbox, and leaves nowhere")];
    return [wrong("mail", "has nowhere to go: nobody can sign in", "set SMTP_URL to your mail server")];
  }
  const { host } = new URL(smtpUrl);
  const timeouts = { connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs };
  const transport = createTransport({ url: smtpUrl, ...timeouts });
  try {
    await transport.verify();
    return [ok("mail", `${host} takes it`)];
  } catch (error) {
    const code = errorCode(error) ?? "no answer";
    const todo =
      code === "EAUTH"
        ? "correct user and password in SMTP_URL"
        : "see whether SMTP_URL is right and reachable from here";
    return [wrong("mail", `${host} does not take it (${code})`, todo)];
  } finally {
    transport.close();
  }
}

async function examineRedis(redisUrl: string | undefined): Promise<Finding[]> {
  if (!redisUrl)
    return [ok("Redis", "none is set: PostgreSQL's NOTIFY carries what the processes tell each other")];
  const { host } = new URL(redisUrl);
  const client = await openRedis(redisUrl);
  let lastCode = "no answer";
  client.on("error", (error) => {
    lastCode = errorCode(error) ?? error.name;
  });
  try {
    await Promise.race([client.connect(), new Promise((_, fail) => setTimeout(fail, timeoutMs / 2))]);
    const [, version = ""] = /redis_version:(\S+)/.exec(await client.info("server")) ?? [];
    return Number.parseInt(version, 10) < 6
      ? [wrong("Redis", `is ${version}`, "upgrade it to 6 or newer")]
      : [ok("Redis", `${version} at ${host}`)];
  } catch {
    const todo = "see whether REDIS_URL is right and reachable; meanwhile NOTIFY does its work";
    return [wrong("Redis", `${host} does not let us in (${lastCode})`, todo)];
  } finally {
    client.destroy();
  }
}

async function examineScanner([program, ...args]: string[]): Promise<Finding[]> {
  if (program === undefined) return [ok("scanner", "none is set: files are not scanned")];
  const folder = mkdtempSync(join(tmpdir(), "okaeri-doctor-"));
  try {
    const file = join(folder, "harmless");
    writeFileSync(file, "a harmless file of Okaeri's doctor\n");
    const { code, said } = await run(program, [...args, file]);
    if (code === 0) return [ok("scanner", `${program} finds a harmless file clean`)];
    const todo = `see what it says: ${said.split("\n").filter(Boolean)[0]?.slice(0, 200) ?? "nothing"}`;
    return [
      wrong("scanner", `${program} does not find a harmless file clean (${code}): no file is taken`, todo),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(program: string, args: string[]): Promise<{ code: number | string; said: string }> {
  return new Promise((resolve) => {
    execFile(program, args, { timeout: 60_000, killSignal: "SIGKILL" }, (error, stdout, stderr) =>
      resolve({ code: error ? (error.code ?? "killed") : 0, said: stderr + stdout }),
    );
  });
}
