import { createServer } from "node:http";
import { Server } from "socket.io";
import { disconnect } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { answerHealth, isDatabaseHealthy } from "#lib/health.ts";
import { answerCommands } from "./commands.ts";
import { Delivery } from "./delivery.ts";
import { admit, isOwnOrigin } from "./gate.ts";
import { listen } from "./listener.ts";
import type { LiveServer } from "./rooms.ts";

const http = createServer(answerHealth(async () => listener.connected() && (await isDatabaseHealthy())));

const io: LiveServer = new Server(http, {
  transports: ["websocket"],
  serveClient: false,
  maxHttpBufferSize: 64 * 1024,
  allowRequest: (request, decide) => decide(null, isOwnOrigin(request)),
});

const delivery = new Delivery(io);
const listener = await listen({
  onEvent: (event) => delivery.deliver(event),
  onGap: () => delivery.catchUp(),
});

io.use(admit);
io.on("connection", answerCommands);

http.listen(env().realtimePort, env().host, () =>
  console.log(`[realtime] listening on ${env().realtimePort}`),
);

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);
// The launcher went away without saying so.
process.once("disconnect", stop);

async function stop() {
  await io.close();
  await listener.close();
  await disconnect();
  process.exit(0);
}
