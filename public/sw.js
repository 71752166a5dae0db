// Shows what is pushed while nobody looks, lets a page that is open wait for the network, and shows our own page where one cannot be
// reached. It keeps that one page and nothing else: what people read here is theirs, and never lies in a cache.
const room = "okaeri-offline";
const offlinePage = "/offline";
// A browser gives a worker five minutes for an answer.
const patience = 4 * 60_000;
const askEvery = 1_000;
let fresh = false;

addEventListener("install", (event) => {
  event.waitUntil(keepOfflinePage());
  skipWaiting();
});

addEventListener("activate", (event) => {
  event.waitUntil(clients.claim());
});

// A page that was on its way while this worker became active says so.
addEventListener("message", (event) => {
  event.waitUntil(clients.claim());
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (isRefresh(request)) event.respondWith(fetchPatiently(request));
  if (request.mode !== "navigate" || request.method !== "GET") return;
  event.respondWith(
    fetch(request).catch(async (error) => {
      const page = await caches.match(offlinePage, { cacheName: room });
      if (!page) throw error;
      return new Response(page.body, { status: 503, headers: page.headers });
    }),
  );
  // Its words may have changed since this worker was installed.
  if (!fresh) event.waitUntil(keepOfflinePage().catch(() => {}));
});

// A page that asks for itself anew, to show what has changed.
function isRefresh({ method, headers, url, referrer }) {
  if (method !== "GET" || headers.get("rsc") !== "1" || headers.has("next-router-prefetch")) return false;
  const asked = new URL(url);
  asked.searchParams.delete("_rsc");
  return referrer !== "" && asked.href === referrer;
}

// Where that fails, Next loads the page instead, and with no network what one has open would be gone.
async function fetchPatiently(request) {
  for (const until = Date.now() + patience; ; ) {
    try {
      return await fetch(request);
    } catch (error) {
      if (Date.now() > until || request.signal.aborted) throw error;
      await new Promise((resolve) => setTimeout(resolve, askEvery));
    }
  }
}

async function keepOfflinePage() {
  const response = await fetch(offlinePage, { cache: "no-cache", credentials: "omit" });
  if (!response.ok || response.redirected) throw new Error(`${offlinePage} answers ${response.status}`);
  await (await caches.open(room)).put(offlinePage, response);
  fresh = true;
}

addEventListener("push", (event) => {
  if (!event.data) return;
  const { title, body, tag, path, locale } = event.data.json();
  event.waitUntil(
    registration.showNotification(title, {
      body,
      tag,
      renotify: true,
      lang: locale,
      icon: "/icons/192.png",
      badge: "/icons/badge.png",
      data: { path },
    }),
  );
});

addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(show(new URL(event.notification.data.path, location.origin)));
});

// The push service moved this browser, or its time was up. Where nobody is signed in who wanted to be told, it stays at that.
addEventListener("pushsubscriptionchange", (event) => {
  event.waitUntil(renew(event.newSubscription));
});

async function renew(made) {
  const wanted = await fetch("/api/push", { cache: "no-store" });
  if (!wanted.ok) return;
  const { publicKey } = await wanted.json();
  const subscription =
    made ?? (await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey }));
  await fetch("/api/push", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(subscription),
  });
}

async function show(url) {
  if (url.origin !== location.origin) return;
  const windows = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const open = windows.find((client) => new URL(client.url).pathname === url.pathname);
  await (open ? open.focus() : clients.openWindow(url.href));
}
