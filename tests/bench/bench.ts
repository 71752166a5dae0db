// npm run bench [search [people] | chat | history | seal | growth [people [companies]] | pages [people] | import [people] | invitations [people]]: all of them, or one with its arguments.
import { spawnSync } from "node:child_process";

const benches = ["search", "chat", "history", "seal", "growth", "pages", "import", "invitations"];
const [name, ...rest] = process.argv.slice(2);
if (name && !benches.includes(name))
  throw new Error(`There is no bench "${name}": choose among ${benches.join(", ")}.`);

// Each in a process of its own: a process serves one database.
for (const bench of name ? [name] : benches) {
  const args = ["--conditions=react-server", `tests/bench/${bench}.ts`, ...rest];
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
