import { keepConnected, type Listener, type LiveSocket, type PageSocket } from "./live-socket.ts";

type Subscription = { name: string; listener: Listener; once: boolean };

const retryMs = 3_000;

/**
 * A socket whose library comes after the page: until then it is one without a connection, and what listens to it listens to the real one
 * afterwards. `load` brings that, and is asked again every three seconds while it fails.
 */
export function createLateSocket(load: () => Promise<LiveSocket>) {
  let real: LiveSocket | undefined;
  let waiting: Subscription[] = [];

  const socket: PageSocket = {
    get connected() {
      return real?.connected ?? false;
    },
    on: (name, listener) => (real ? real.on(name, listener) : wait({ name, listener, once: false })),
    once: (name, listener) => (real ? real.once(name, listener) : wait({ name, listener, once: true })),
    off(name, listener) {
      waiting = waiting.filter((one) => one.name !== name || one.listener !== listener);
      real?.off(name, listener);
    },
    listeners: (name) =>
      real
        ? real.listeners(name)
        : waiting.filter((one) => one.name === name).map(({ listener }) => listener),
    emit: (...message) => requireReal().emit(...message),
    emitWithAck: (...message) => requireReal().emitWithAck(...message),
    disconnect: () => real?.disconnect(),
    connect: () => real?.connect(),
    get io() {
      return real?.io ?? { timeout() {} };
    },
  };
  return { socket, keepConnected: keep };

  function wait(subscription: Subscription): void {
    waiting.push(subscription);
  }

  function requireReal(): LiveSocket {
    if (!real) throw new Error("Ask only what is connected: see request().");
    return real;
  }

  /** Brings the socket and keeps it connected. Returns what disconnects it for good. */
  function keep(): () => void {
    let over = false;
    let retry: ReturnType<typeof setTimeout> | undefined;
    let disconnect = () => {};
    void bring();
    return () => {
      over = true;
      clearTimeout(retry);
      disconnect();
    };

    async function bring(): Promise<void> {
      try {
        const come = await load();
        // Whoever came and went and came again has asked twice.
        real ??= adopt(come);
      } catch {
        // The network went before it was there.
        if (!over) retry = setTimeout(() => void bring(), retryMs);
        return;
      }
      if (!over) disconnect = keepConnected(real);
    }
  }

  function adopt(come: LiveSocket): LiveSocket {
    for (const { name, listener, once } of waiting.splice(0)) {
      if (once) come.once(name, listener);
      else come.on(name, listener);
    }
    return come;
  }
}
