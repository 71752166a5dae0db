import { describe, expect, test } from "vitest";
import { createBackLayer } from "#components/ui/back-layer.ts";

type Entry = { state: unknown; href: string; key: string };

/** A browser's history as far as it is used: going takes a moment, and is told afterwards. */
function openBrowser({ keys = true } = {}) {
  const entries: Entry[] = [{ state: null, href: "/list", key: "0" }];
  const listeners: (() => void)[] = [];
  let at = 0;
  const here = () => entries[at] as Entry;
  const add = (state: unknown, href: string) => {
    entries.splice(at + 1, entries.length, { state, href, key: String(Math.random()) });
    at += 1;
  };
  async function go(by: number): Promise<void> {
    await Promise.resolve();
    if (!entries[at + by]) return;
    at += by;
    for (const listener of listeners) listener();
  }
  const place = {
    history: {
      get state() {
        return here().state;
      },
      pushState: (state: unknown) => add(state, here().href),
      back: () => void go(-1),
    },
    location: {
      get href() {
        return here().href;
      },
    },
    addEventListener: (_: string, listener: () => void) => listeners.push(listener),
    ...(keys && {
      navigation: {
        get currentEntry() {
          return { key: here().key };
        },
      },
    }),
  };
  const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 5));
  return {
    place: place as unknown as Window,
    visit: (href: string) => add(null, href),
    /** As Next does when it renders the page again. */
    forgetState: () => {
      here().state = null;
    },
    async go(by: number) {
      await go(by);
      await settle();
    },
    settle,
    hrefs: () => entries.map(({ href }, index) => (index === at ? `[${href}]` : href)).join(" "),
  };
}

function openLayers(options?: { keys: boolean }) {
  const browser = openBrowser(options);
  browser.visit("/chat");
  const layers = createBackLayer(browser.place);
  const shown = new Set<object>();
  /** Returns what closes it by its own button. */
  const show = () => {
    const one = {};
    shown.add(one);
    const end = layers.open(() => void shown.delete(one));
    return () => {
      shown.delete(one);
      end();
    };
  };
  return { browser, layers, show, isOpen: () => shown.size > 0 };
}

describe("what lies over a page", () => {
  test("is closed by Back, and the page stays; the next Back leaves it", async () => {
    const { browser, show, isOpen } = openLayers();
    const end = show();
    expect(browser.hrefs()).toBe("/list /chat [/chat]");
    await browser.go(-1);
    end();
    await browser.settle();
    expect(isOpen()).toBe(false);
    expect(browser.hrefs()).toBe("/list [/chat] /chat");
    await browser.go(-1);
    expect(browser.hrefs()).toBe("[/list] /chat /chat");
  });

  test("takes its entry away when it is closed otherwise, also when the page was rendered again meanwhile", async () => {
    const { browser, show } = openLayers();
    show()();
    await browser.settle();
    expect(browser.hrefs()).toBe("/list [/chat] /chat");
    const end = show();
    browser.forgetState();
    end();
    await browser.settle();
    expect(browser.hrefs()).toBe("/list [/chat] /chat");
  });

  test("is not opened by Forward, which leads nowhere", async () => {
    const { browser, show, isOpen } = openLayers();
    const end = show();
    await browser.go(-1);
    end();
    await browser.go(1);
    expect(isOpen()).toBe(false);
    expect(browser.hrefs()).toBe("/list [/chat] /chat");
  });

  test("keeps to one entry when it is opened again at once", async () => {
    const { browser, show, isOpen } = openLayers();
    show()();
    const end = show();
    await browser.settle();
    expect(browser.hrefs()).toBe("/list /chat [/chat]");
    await browser.go(-1);
    end();
    expect(browser.hrefs()).toBe("/list [/chat] /chat");
    expect(isOpen()).toBe(false);
  });

  test.each([true, false])(
    "is passed by on the way back from a page that was gone to from there (keys: %s)",
    async (keys) => {
      const { browser, show } = openLayers({ keys });
      const end = show();
      if (keys) browser.forgetState();
      browser.visit("/people");
      end();
      await browser.settle();
      expect(browser.hrefs()).toBe("/list /chat /chat [/people]");
      await browser.go(-1);
      expect(browser.hrefs()).toBe("/list [/chat] /chat /people");
    },
  );

  test("is left for good before one goes on from the page itself", async () => {
    const { browser, layers, show, isOpen } = openLayers();
    const end = show();
    await layers.leave();
    expect(isOpen()).toBe(false);
    browser.visit("/other");
    end();
    await layers.leave();
    await browser.settle();
    expect(browser.hrefs()).toBe("/list /chat [/other]");
  });

  test("is passed by after a reload", async () => {
    const { browser, show } = openLayers();
    show();
    createBackLayer(browser.place).passBy();
    await browser.settle();
    expect(browser.hrefs()).toBe("/list [/chat] /chat");
  });
});
