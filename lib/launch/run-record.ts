import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { runsFolder } from "./folders.ts";
import {
  identify,
  isRunning,
  ownIdentity,
  type ProcessIdentity,
  processIdentity,
  signalGroup,
  waitForEnd,
} from "./process-identity.ts";

const run = z.object({
  launcher: processIdentity,
  /** Whether its web serves the build in .next. */
  usesBuild: z.boolean(),
  children: z.array(processIdentity),
});
type Run = z.infer<typeof run>;

let own: Run | null = null;

/** Keeps a process that we have started, with its group, in a file, so that after our sudden death the next launcher can end it. */
export function recordChild(pid: number): void {
  const child = identify(pid);
  const run = ownRun();
  run.children = run.children.filter(isRunning);
  if (child) run.children.push(child);
  write(run);
}

/** Says that from now on the build must not change under us. */
export function recordUseOfBuild(): void {
  ownRun().usesBuild = true;
  write(ownRun());
}

/** Everything that we have started has ended. */
export function forgetRun(): void {
  rmSync(ownFile(), { force: true });
}

/** Ends what launchers that died have left running: only processes that are certainly the recorded ones. */
export async function endLeftovers(folder = runsFolder): Promise<void> {
  for (const { file, content } of readRuns(folder)) {
    if (content && isRunning(content.launcher)) continue;
    await Promise.all((content?.children ?? []).map(endGroup));
    rmSync(file, { force: true });
  }
}

/** Another launcher at work in this project, or null; with `usesBuild` only one whose web serves the build. */
export function findOtherLauncher({ usesBuild = false } = {}, folder = runsFolder): ProcessIdentity | null {
  const others = readRuns(folder).flatMap(({ content }) => (content ? [content] : []));
  const living = others.filter(({ launcher }) => launcher.pid !== process.pid && isRunning(launcher));
  return living.find((other) => other.usesBuild || !usesBuild)?.launcher ?? null;
}

function ownRun(): Run {
  own ??= { launcher: ownIdentity(), usesBuild: false, children: [] };
  return own;
}

function write(run: Run): void {
  mkdirSync(runsFolder, { recursive: true });
  writeFileSync(`${ownFile()}.new`, JSON.stringify(run));
  renameSync(`${ownFile()}.new`, ownFile());
}

function ownFile(): string {
  return join(runsFolder, `${process.pid}.json`);
}

async function endGroup(child: ProcessIdentity): Promise<void> {
  if (!isRunning(child)) return;
  signalGroup(child.pid, "SIGTERM");
  if (!(await waitForEnd(child, 5_000))) signalGroup(child.pid, "SIGKILL");
  await waitForEnd(child, 2_000);
}

function readRuns(folder: string): { file: string; content: Run | null }[] {
  mkdirSync(folder, { recursive: true });
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return files.map((name) => ({ file: join(folder, name), content: readRun(join(folder, name)) }));
}

function readRun(file: string): Run | null {
  try {
    return run.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return null;
  }
}
