// Shows what is pushed while nobody looks, lets a page that is open wait for the network, and shows our own page where one cannot be
// reached. It keeps that one page and nothing else: what people read here is theirs, and never lies in a cache.
const cacheName = "okaeri-offline";
const offlinePage = "/offline";
// A browser gives a worker five minutes for an answer; a reader who has followed a link, less.
const retryForMs = { samePage: 4 * 60_000, otherPage: 20_000 };
const retryEveryMs = 1_000;
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
  if (isPageData(request)) event.respondWith(fetchPatiently(request));
  if (request.mode !== "navigate" || request.method !== "GET") return;
  event.respondWith(
    fetch(request).catch(async (error) => {
      const page = await caches.match(offlinePage, { cacheName });
      if (!page) throw error;
      return new Response(page.body, { status: 503, headers: page.headers });
    }),
  );
  // Its words may have changed since this worker was installed.
  if (!fresh) event.waitUntil(keepOfflinePage().catch(() => {}));
});

// What Next asks for to show a page anew, or another one.
function isPageData({ method, headers }) {
  return method === "GET" && headers.get("rsc") === "1" && !headers.has("next-router-prefetch");
}

// Where that fails, Next loads the page instead, and what one has open is gone: for a moment without the server, or in a tunnel.
async function fetchPatiently(request) {
  const until = Date.now() + (isSamePage(request) ? retryForMs.samePage : retryForMs.otherPage);
  for (;;) {
    try {
      return await fetch(request);
    } catch (error) {
      const worthIt = isSamePage(request) || navigator.onLine;
      if (!worthIt || Date.now() > until || request.signal.aborted) throw error;
      await new Promise((resolve) => setTimeout(resolve, retryEveryMs));
    }
  }
}

function isSamePage({ url, referrer }) {
  const asked = new URL(url);
  asked.searchParams.delete("_rsc");
  return asked.href === referrer;
}

async function keepOfflinePage() {
  const response = await fetch(offlinePage, { cache: "no-cache", credentials: "omit" });
  if (!response.ok || response.redirected) throw new Error(`${offlinePage} answers ${response.status}`);
  await (await caches.open(cacheName)).put(offlinePage, response);
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
