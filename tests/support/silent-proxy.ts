import { connect, createServer, type Server, type Socket } from "node:net";

/**
 * What a silence does to the connections that it meets. "late": all that was said comes through when it is over. "cut": they are ended
 * then, and what was said is lost, as when something between has forgotten them. "never": they stay open and dumb, as when TCP's own
 * retries have grown minutes apart; only what connects afterwards is heard.
 */
export type Silence = "late" | "cut" | "never";

/** A network between browsers and a server that can fall silent without closing anything. */
export class SilentProxy {
  readonly #server: Server;
  readonly #target: number;
  readonly #pairs = new Set<Pair>();
  #silence: Silence | null = null;

  private constructor(target: number) {
    this.#target = target;
    this.#server = createServer((outer) => this.#open(outer));
  }

  static async before(target: number): Promise<SilentProxy> {
    const proxy = new SilentProxy(target);
    await new Promise<void>((resolve) => proxy.#server.listen(0, "127.0.0.1", resolve));
    return proxy;
  }

  get url(): string {
    const address = this.#server.address();
    return `http://127.0.0.1:${address && typeof address === "object" ? address.port : 0}`;
  }

  fallSilent(silence: Silence): void {
    this.#silence = silence;
    for (const pair of this.#pairs) pair.hold();
  }

  heal(): void {
    const silence = this.#silence;
    this.#silence = null;
    for (const pair of this.#pairs) {
      if (silence === "late") pair.go(this.#target);
      if (silence === "cut") pair.end();
    }
  }

  close(): void {
    this.#server.close();
    for (const pair of this.#pairs) pair.end();
  }

  #open(outer: Socket): void {
    const pair = new Pair(outer, () => this.#pairs.delete(pair));
    this.#pairs.add(pair);
    if (!this.#silence) pair.go(this.#target);
  }
}

/** A browser's connection with the one to the server, once there is one. */
class Pair {
  readonly #outer: Socket;
  /** What was said before there was a connection to the server. */
  readonly #held: Buffer[] = [];
  #inner: Socket | undefined;

  constructor(outer: Socket, gone: () => void) {
    this.#outer = outer;
    outer.setNoDelay(true);
    outer.on("data", (data) => (this.#inner ? this.#inner.write(data) : this.#held.push(data)));
    // An attempt that was given up in the silence never reaches the server.
    outer.on("end", () => (this.#inner ? this.#inner.end() : this.end()));
    outer.on("error", () => this.end());
    outer.on("close", () => {
      this.end();
      gone();
    });
  }

  go(target: number): void {
    if (this.#inner) {
      this.#inner.resume();
      this.#outer.resume();
      return;
    }
    const inner = connect(target, "127.0.0.1");
    this.#inner = inner;
    inner.setNoDelay(true);
    inner.on("data", (data) => this.#outer.write(data));
    inner.on("error", () => this.end());
    inner.on("close", () => this.#outer.end());
    for (const data of this.#held.splice(0)) inner.write(data);
  }

  // Nothing is read any more, so that neither side hears of the other, not even that it has gone.
  hold(): void {
    this.#outer.pause();
    this.#inner?.pause();
  }

  end(): void {
    this.#outer.destroy();
    this.#inner?.destroy();
  }
}
