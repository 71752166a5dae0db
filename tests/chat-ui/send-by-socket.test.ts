import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";
import { io as connect } from "socket.io-client";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sendBySocket } from "#components/chat/frame/send-by-socket.ts";
import type { LiveSocket } from "#components/live/live-socket.ts";
import type { ThreadPush } from "#lib/chat/schema.ts";
import { line } from "./lines.ts";

const http = createServer();
const io = new Server(http, { transports: ["websocket"] });
const [own, next] = [line(1), line(2)];
let socket: LiveSocket;

beforeAll(async () => {
  io.on("connection", (peer) =>
    peer.on("message:send", (_, reply) => {
      reply({ ok: true, data: own });
      peer.emit("thread:changed", { threadId: next.threadId, from: 1, to: 2, lines: [next] });
    }),
  );
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  socket = connect(`http://127.0.0.1:${(http.address() as AddressInfo).port}`, { transports: ["websocket"] });
  await new Promise<void>((resolve) => socket.once("connect", resolve));
});
afterAll(async () => {
  socket.disconnect();
  await io.close();
});

it("tells of the line before what comes in the same breath as the answer", async () => {
  const told: number[] = [];
  const take = ({ to }: ThreadPush) => told.push(to);
  const heard = new Promise((resolve) => socket.once("thread:changed", resolve));
  socket.on("thread:changed", take);
  const { threadId, clientId, text } = own;
  const answer = await sendBySocket(socket, { threadId, clientId, text, mentions: [], files: [] }, take);
  await heard;
  expect(answer).toEqual({ ok: true, data: own });
  expect(told).toEqual([own.revision, next.revision]);
});
