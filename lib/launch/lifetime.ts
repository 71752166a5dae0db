import { describeFailure } from "./failure.ts";
import { forgetRun } from "./run-record.ts";

/** The time of one command of the launcher, from its start until it has ended all that it began. */
export type Lifetime = {
  /** Aborts when a person, or the system, asks the command to end. */
  signal: AbortSignal;
  /** Has `close` called at the end, the latest first. `kill` is for the impatient: at once, and not waited for. */
  atEnd(close: () => Promise<void> | void, kill?: () => void): void;
};

const endingSignals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

type Command = (lifetime: Lifetime) => Promise<number>;

/**
 * Runs a command of the launcher and ends the process: with the command's exit code, with `codeWhenAsked` when a signal asks
 * it to end, with 1 and one sentence on a failure. A second Ctrl-C ends everything the hard way.
 */
export async function launch(command: Command, { codeWhenAsked }: { codeWhenAsked: number }): Promise<never> {
  const asked = new AbortController();
  const endings: { close: () => Promise<void> | void; kill?: () => void }[] = [];
  listenToSignals(asked, () => {
    for (const { kill } of endings) kill?.();
  });
  const atEnd: Lifetime["atEnd"] = (close, kill) => endings.unshift({ close, kill });

  const done = await untilDone(command({ signal: asked.signal, atEnd }), asked.signal);
  let code = asked.signal.aborted ? codeWhenAsked : done;
  for (const { close } of endings) {
    try {
      await close();
    } catch (error) {
      code = tell(error);
    }
  }
  forgetRun();
  process.exit(code);
}

async function untilDone(work: Promise<number>, asked: AbortSignal): Promise<number> {
  const result = work.catch((error: unknown) => (asked.aborted ? 1 : tell(error)));
  const stopped = new Promise<number>((resolve) => {
    // What was going on gets a moment to notice, so that it begins nothing behind our back.
    asked.addEventListener("abort", () => setTimeout(resolve, 3_000, 1));
  });
  return Promise.race([result, stopped]);
}

// One Ctrl-C may arrive more than once: from the terminal, from npm and from bootstrap.mjs.
function listenToSignals(asked: AbortController, kill: () => void): void {
  let firstAt = 0;
  const ask = () => {
    firstAt = Date.now();
    console.log("\nStopping …");
    asked.abort();
  };
  const again = () => {
    if (Date.now() - firstAt < 1_000) return;
    kill();
    process.exit(130);
  };
  for (const signal of endingSignals) process.on(signal, () => (asked.signal.aborted ? again() : ask()));
  // bootstrap.mjs was killed, and nobody is left to press Ctrl-C.
  process.once("disconnect", () => asked.signal.aborted || ask());
}

function tell(error: unknown): number {
  console.error(`\n${describeFailure(error)}`);
  return 1;
}
