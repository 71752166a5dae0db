// The browsers of the chat bench, in a process of their own: sends, listens and tells how long it took.
import { once } from "node:events";
import { connectClient, type Target } from "./chat-client.ts";
import { type Figures, figuresOf } from "./chat-figures.ts";

/** A room with those who write into it and those who only look. */
export type Room = { threadId: string; senders: string[]; readers: string[] };

/** `each`: messages of each sender; `inFlight`: how many of them at once. */
export type Scenario = { rooms: Room[]; each: number; inFlight: number };

export type Order = { target: Target; scenario: Scenario };
export type Result = { figures: Figures } | { problem: string };

const filler = "お久しぶりです。来月の集まりのことで、少しご相談したいことがあります。";
let run = 0;

process.on("message", async (order: Order) => {
  const result: Result = await measure(order).then(
    (figures) => ({ figures }),
    (error) => ({ problem: String(error) }),
  );
  process.send?.(result);
});
process.once("disconnect", () => process.exit(0));

async function measure({ target, scenario }: Order): Promise<Figures> {
  const { rooms, each, inFlight } = scenario;
  const prefix = `${process.pid}.${run++}`;
  const begun = new Map<string, number>();
  const latencies: number[] = [];
  const waiting = new Map<string, () => void>();
  const arrivals = new Map<string, number>();
  const arrived = Promise.withResolvers<void>();
  let left = 0;

  const opened = await Promise.all(
    rooms.map(async ({ threadId, senders, readers }) => {
      const clients = await Promise.all(
        [...senders, ...readers].map((member) => connectClient(target, threadId, member)),
      );
      left += senders.length * each * (clients.length - 1);
      for (const client of clients) client.listen((text) => arrive(text, client.member, clients.length - 1));
      return { clients, senders: clients.slice(0, senders.length) };
    }),
  );

  const start = performance.now();
  await Promise.all(
    opened.flatMap(({ senders }) =>
      senders.flatMap((client) => {
        let next = 0;
        return Array.from({ length: inFlight }, async () => {
          while (next < each) await send(next++);
        });

        // With one in flight the next waits until the one before is on the other's screen.
        async function send(count: number): Promise<void> {
          const tag = `${prefix}/${client.member}/${count}`;
          const everywhere = new Promise<void>((resolve) => waiting.set(tag, resolve));
          begun.set(tag, performance.now());
          await client.send(`${tag} ${filler}`);
          if (inFlight === 1) await everywhere;
        }
      }),
    ),
  );
  const timer = setTimeout(() => arrived.reject(new Error(`${left} messages did not arrive`)), 20_000);
  await arrived.promise;
  clearTimeout(timer);
  const seconds = (performance.now() - start) / 1000;
  const sockets = opened.flatMap(({ clients }) => clients);
  await Promise.all(sockets.map((client) => client.close()));
  return figuresOf(latencies, begun.size, seconds);

  function arrive(text: string, member: string, others: number): void {
    const tag = text.slice(0, text.indexOf(" "));
    const at = begun.get(tag);
    if (at === undefined || tag.split("/")[1] === member) return;
    latencies.push(performance.now() - at);
    const heard = (arrivals.get(tag) ?? 0) + 1;
    arrivals.set(tag, heard);
    if (heard === others) waiting.get(tag)?.();
    if (--left === 0) arrived.resolve();
  }
}

await once(process, "disconnect");
