import { connect, createServer, type Server, type Socket } from "node:net";

/** A load balancer of the simplest kind: each connection goes to the next server in turn that takes it, and knows no session. */
export class Balancer {
  readonly #ports: number[];
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #turn = 0;

  private constructor(ports: number[]) {
    this.#ports = ports;
    this.#server = createServer({ pauseOnConnect: true }, (outer) => this.#pass(outer, ports.length));
  }

  static async before(ports: number[]): Promise<Balancer> {
    const balancer = new Balancer(ports);
    await new Promise<void>((resolve) => balancer.#server.listen(0, "127.0.0.1", resolve));
    return balancer;
  }

  get port(): number {
    const address = this.#server.address();
    return typeof address === "object" && address ? address.port : 0;
  }

  close(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  #pass(outer: Socket, tries: number): void {
    const inner = connect(this.#ports[this.#turn++ % this.#ports.length] ?? 0, "127.0.0.1");
    for (const socket of [outer, inner]) {
      this.#sockets.add(socket);
      socket.setNoDelay(true);
      socket.once("close", () => this.#sockets.delete(socket));
    }
    const refused = () => {
      if (tries > 1) this.#pass(outer, tries - 1);
      else outer.destroy();
    };
    inner.once("error", refused);
    inner.once("connect", () => {
      inner.off("error", refused);
      inner.on("error", () => outer.destroy());
      outer.on("error", () => inner.destroy());
      outer.pipe(inner).pipe(outer);
      inner.once("close", () => outer.destroy());
      outer.once("close", () => inner.destroy());
    });
  }
}
