import { createServer } from "node:http";
import { Server } from "socket.io";
import { setSentListener } from "#lib/chat/sending.ts";
import { disconnect } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { answerHealth, isDatabaseHealthy } from "#lib/health.ts";
import { log } from "#lib/log.ts";
import { gauge } from "#lib/metrics.ts";
import { serveMetrics } from "#lib/metrics-server.ts";
import { keepLogs } from "#lib/process-logs.ts";
import { Access } from "./access.ts";
import { openBus } from "./bus.ts";
import { answerCommands } from "./commands.ts";
import { logCut, maxPacketBytes } from "./cuts.ts";
import { deliverTo } from "./delivery.ts";
import { FeedLines } from "./feed-lines.ts";
import { admit, isOwnOrigin } from "./gate.ts";
import { KeyedQueue } from "./keyed-queue.ts";
import { Presence } from "./presence.ts";
import type { LiveServer } from "./rooms.ts";
import { SharedMarks } from "./shared-marks.ts";
import { startSweep } from "./sweep.ts";
import { ThreadLines } from "./thread-lines.ts";
import { Typing } from "./typing.ts";

const stopTimeoutMs = 4_000;

env();
await serveMetrics("realtime");
keepLogs("realtime");
const http = createServer(
  answerHealth(
    async () => bus.connected().database && (await isDatabaseHealthy()),
    () => bus.connected(),
  ),
);
const io: LiveServer = new Server(http, {
  transports: ["websocket"],
  serveClient: false,
  maxHttpBufferSize: maxPacketBytes,
  // A browser that receives nothing for the sum of both reconnects.
  pingInterval: 5_000,
  pingTimeout: 4_000,
  allowRequest: (request, decide) => decide(null, isOwnOrigin(request)),
});

// Events that come before the parts exist concern nobody: no socket is connected yet.
let deliver: ReturnType<typeof deliverTo> | undefined;
const bus = await openBus({
  onEvent: (event) => deliver?.(event),
  onGap: (missed) => deliver && access.catchUp(missed),
});
const lines = new ThreadLines(io);
const typing = new Typing(io, bus.tell);
const presence = new Presence(io, bus.tell);
const marks = new SharedMarks(io, new KeyedQueue());
const access = new Access(io, lines, presence);
deliver = deliverTo(io, { lines, typing, presence, marks, access, feed: new FeedLines(io) });
setSentListener((companyId, push) => lines.sent(companyId, push));
const stopSweep = startSweep(lines);

io.use(admit);
io.on("connection", (socket) => {
  socket.data.entered = access.enter(socket);
  socket.once("disconnect", (reason, description) => {
    logCut(socket, reason, description);
    presence.leave(socket);
  });
  answerCommands(socket, { lines, typing, presence });
});

gauge("okaeri_sockets", "Sockets that are open", [], () => [{ labels: {}, value: io.engine.clientsCount }]);
gauge("okaeri_rooms", "Threads that somebody here listens to", [], () => [
  { labels: {}, value: lines.told().length },
]);
http.listen(env().realtimePort, env().host, () =>
  log.info("ready for sockets", { port: env().realtimePort }),
);

let stopping = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);
// The launcher died.
process.once("disconnect", stop);

/** Disconnects all sockets and exits. The clients reconnect, here or elsewhere, and send again what was not acknowledged. */
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(0), stopTimeoutMs).unref();
  stopSweep();
  presence.stop();
  await io.close();
  await bus.close();
  await disconnect();
  process.exit(0);
}
