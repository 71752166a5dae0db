import { join } from "node:path";
import { capture, type Outcome } from "#lib/launch/command.ts";
import type { Account } from "./account.ts";
import type { Binaries } from "./binaries.ts";

// Otherwise glibc gives memory back after each larger statement, and the next one waits for the kernel to clear it anew.
const keptMemory = {
  MALLOC_MMAP_THRESHOLD_: String(32 * 1024 * 1024),
  MALLOC_TRIM_THRESHOLD_: String(32 * 1024 * 1024),
  MALLOC_TOP_PAD_: String(1024 * 1024),
};

/** Runs PostgreSQL's programs, and others on its behalf, as the server's account. */
export class Programs {
  private readonly binaries: Binaries;
  private readonly account: Account | null;
  private readonly libraryPath: string | null;

  constructor(binaries: Binaries, account: Account | null, libraryPath: string | null) {
    this.binaries = binaries;
    this.account = account;
    this.libraryPath = libraryPath;
  }

  run(name: "initdb" | "pg_ctl" | "postgres", ...args: string[]): Promise<Outcome> {
    return this.runAny(join(this.binaries.bin, name), ...args);
  }

  runAny(program: string, ...args: string[]): Promise<Outcome> {
    const { PATH, NODE_ENV } = process.env;
    return capture(program, args, {
      cwd: "/",
      env: {
        PATH,
        NODE_ENV,
        TZ: "UTC",
        LC_ALL: "C",
        HOME: "/",
        ...keptMemory,
        ...(this.libraryPath && { LD_LIBRARY_PATH: this.libraryPath }),
      },
      ...(this.account && { uid: this.account.uid, gid: this.account.gid }),
    });
  }
}
