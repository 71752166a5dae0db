import { createServer } from "node:http";
import { Server } from "socket.io";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createSocket } from "#components/live/connect-socket.ts";
import { createLateSocket } from "#components/live/late-socket.ts";
import { eventually } from "#tests/support/eventually.ts";

const http = createServer();
const server = new Server(http, { transports: ["websocket"] });
let url = "";

beforeAll(async () => {
  // What keepConnected listens to.
  vi.stubGlobal("addEventListener", () => {});
  vi.stubGlobal("removeEventListener", () => {});
  vi.stubGlobal("document", { hidden: false, addEventListener() {}, removeEventListener() {} });
  server.on("connection", (socket) => {
    socket.emit("sync");
    socket.emit("sync");
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const address = http.address();
  if (typeof address !== "object" || address === null) throw new Error("no address");
  url = `http://127.0.0.1:${address.port}`;
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await server.close();
});

test("what listens before the library is there hears the socket afterwards", async () => {
  const { socket, keepConnected } = createLateSocket(async () => createSocket(url, "aoba"));
  const [always, once, never] = [vi.fn(), vi.fn(), vi.fn()];
  socket.on("sync", always);
  socket.once("sync", once);
  socket.on("sync", never);
  socket.off("sync", never);
  expect(socket.connected).toBe(false);
  expect(socket.listeners("sync")).toEqual([always, once]);
  const disconnect = keepConnected();
  await eventually(() => expect(always).toHaveBeenCalledTimes(2));
  expect(socket.connected).toBe(true);
  expect(once).toHaveBeenCalledTimes(1);
  expect(never).not.toHaveBeenCalled();
  disconnect();
  expect(socket.connected).toBe(false);
});

test("one that is left before its library is there never connects", async () => {
  const load = Promise.withResolvers<ReturnType<typeof createSocket>>();
  const { socket, keepConnected } = createLateSocket(() => load.promise);
  const disconnect = keepConnected();
  disconnect();
  const real = createSocket(url, "aoba");
  const connect = vi.spyOn(real, "connect");
  load.resolve(real);
  await load.promise;
  await Promise.resolve();
  expect(connect).not.toHaveBeenCalled();
  expect(socket.connected).toBe(false);
});

test("a library that does not come is asked for again", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    const load = vi
      .fn(async () => createSocket(url, "aoba"))
      .mockRejectedValueOnce(new TypeError("no network"));
    const { keepConnected } = createLateSocket(load);
    const disconnect = keepConnected();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(load).toHaveBeenCalledTimes(2);
    disconnect();
  } finally {
    vi.useRealTimers();
  }
});
