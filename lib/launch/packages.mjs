// The packages of package.json: whether they are installed as it says, and installing them. Plain JavaScript without
// packages, since it runs before there are any.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const stampOf = (root) => join(root, "node_modules/.okaeri-packages");

/** True unless an install by installPackages came to its end for these very package files. */
export function packagesAreStale(root) {
  const stamp = stampOf(root);
  return !existsSync(stamp) || readFileSync(stamp, "utf8") !== wantedPackages(root);
}

/**
 * Installs what is missing. Tells so, and is silent then unless it fails, when it throws npm's last words. Where another command of this
 * project is at it, waits for that instead: two npm in one folder take each other's files away.
 */
export async function installPackages(root, tell) {
  const lock = join(root, ".data/installing.lock");
  for (let told = false; !tryLock(lock); told = true) {
    if (!told) tell("Another command of this project installs packages: waiting until it has …");
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  try {
    if (packagesAreStale(root)) await install(root, tell);
  } finally {
    rmSync(lock, { force: true });
  }
}

async function install(root, tell) {
  tell("Installing packages (a few minutes the first time) …");
  const started = Date.now();
  const reminder = setInterval(() => tell(`  still installing, ${secondsSince(started)} s`), 15_000);
  const { code, output } = await runNpm(root).finally(() => clearInterval(reminder));
  if (code !== 0) throw new Error(describeNpmFailure(output));
  writeFileSync(stampOf(root), wantedPackages(root));
  tell(`  done in ${secondsSince(started)} s`);
}

// The longest that an install takes: an older lock is of a process that died, whoever has its number by now.
const maxInstallMs = 30 * 60_000;

function tryLock(file) {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    // What else is wrong with the folder npm tells in a moment.
    if (error.code !== "EEXIST") return true;
    if (!isHeld(file)) rmSync(file, { force: true });
    return false;
  }
}

function isHeld(file) {
  try {
    const pid = Number(readFileSync(file, "utf8"));
    if (pid) process.kill(pid, 0);
    return Date.now() - statSync(file).mtimeMs < (pid ? maxInstallMs : 5_000);
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** The Node of the packages or, where that does not run (scripts forbidden, another libc), our own if it is new enough. */
export function usableNode(root) {
  const packaged = join(root, "node_modules/.bin/node");
  if (spawnSync(packaged, ["--version"]).status === 0) return packaged;
  if (Number(process.versions.node.split(".")[0]) >= 24) return process.execPath;
  throw new Error(
    "Node 24 from the package `node` does not run here: run `npm rebuild node --ignore-scripts=false`, or install Node 24 yourself.",
  );
}

/** What of package.json and package-lock.json decides on the installed packages, and for which kind of machine. */
function wantedPackages(root) {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const { dependencies, devDependencies, optionalDependencies, overrides } = manifest;
  const lock = join(root, "package-lock.json");
  return createHash("sha256")
    .update(JSON.stringify([dependencies, devDependencies, optionalDependencies, overrides]))
    .update(existsSync(lock) ? readFileSync(lock) : "")
    .update(`${process.platform} ${process.arch}`)
    .digest("hex");
}

// Not `npm ci`: a platform's optional package that is not served everywhere makes that fail. --no-save leaves the lock file as it is.
// The schema engine is our own (prisma/schema-engine.mjs), so Prisma's install script need not download one.
function runNpm(root) {
  const args = ["install", "--no-save", "--include=dev", "--include=optional", "--ignore-scripts=false"];
  const quiet = ["--no-audit", "--no-fund", "--no-progress", "--loglevel=error"];
  const ownEngine = {
    PRISMA_SCHEMA_ENGINE_BINARY: join(root, "prisma/schema-engine.mjs"),
    CHECKPOINT_DISABLE: "1",
  };
  return new Promise((resolve, reject) => {
    let output = "";
    const npm = spawn("npm", [...args, ...quiet], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...ownEngine },
    });
    for (const stream of [npm.stdout, npm.stderr]) stream.on("data", (text) => (output += text));
    npm.on("error", () =>
      reject(new Error("npm was not found: it comes with Node, from https://nodejs.org.")),
    );
    npm.on("close", (code) => resolve({ code, output }));
  });
}

function describeNpmFailure(output) {
  if (/ENOSPC/.test(output))
    return "The packages could not be installed, since the disk is full: free about 2 GB and start again.";
  if (/EACCES|EROFS/.test(output)) {
    return "The packages could not be installed, since node_modules cannot be written here: give the folder to the user who starts Okaeri.";
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH/.test(output)) {
    return "The packages could not be installed, since npm's registry does not answer: check the network (`npm ping`), then start again.";
  }
  const last = output.trimEnd().split("\n").slice(-15).join("\n");
  return `npm install failed; its last words:\n${last}`;
}

function secondsSince(started) {
  return Math.round((Date.now() - started) / 1000);
}
