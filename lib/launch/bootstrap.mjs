// The door of every npm script: runs on the machine's own Node with nothing installed, brings the packages up to date,
// and hands over to lib/launch/<command>.ts on the Node of those packages.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { installPackages, packagesAreStale, usableNode } from "./packages.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const [command, ...rest] = process.argv.slice(2);

try {
  requireNode(20, 19);
  if (packagesAreStale(root)) await installPackages(root, (line) => console.log(line));
  handOver(usableNode(root));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

function requireNode(major, minor) {
  const [ownMajor, ownMinor] = process.versions.node.split(".").map(Number);
  if (ownMajor > major || (ownMajor === major && ownMinor >= minor)) return;
  throw new Error(
    `Okaeri needs Node ${major}.${minor} or newer and this is ${process.versions.node}: get a newer one at https://nodejs.org.`,
  );
}

function handOver(node) {
  const settings = existsSync(join(root, ".env")) ? ["--env-file=.env"] : [];
  const child = spawn(node, [...settings, "--conditions=react-server", `lib/launch/${command}.ts`, ...rest], {
    cwd: root,
    // By the channel the launcher sees that we are gone, should we be killed.
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: {
      // Our processes start in two thirds of the time when Node keeps what it compiled.
      NODE_COMPILE_CACHE: join(root, "node_modules/.cache/node"),
      ...process.env,
      PATH: `${dirname(node)}:${process.env.PATH}`,
    },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  if (process.env.npm_lifecycle_event) endWithParent(child);
  child.on("exit", (code) => process.exit(code ?? 1));
}

// npm, killed, does not tell its children.
function endWithParent(child) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), 1_000);
}
