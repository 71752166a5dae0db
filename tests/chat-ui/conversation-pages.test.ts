import { expect, test } from "vitest";
import { createConversationPages } from "#components/chat/state/conversation-pages.ts";
import { createConversationStore } from "#components/chat/state/conversation-store.ts";
import { type Answer, offline } from "#components/live/live-request.ts";
import type { ChatPage } from "#lib/chat/schema.ts";
import { line, opened } from "./lines.ts";

type OpenedPage = ChatPage & { newer: boolean };

/** Pages over a screen that holds the lines 21 to 23, with what the server says of those around another. */
function openPages(around: (number: number) => Answer<OpenedPage>) {
  const store = createConversationStore(opened([21, 22, 23].map((number) => line(number))));
  const pages = createConversationPages(store, {
    listOlder: () => Promise.resolve(offline),
    listAround: (number) => Promise.resolve(around(number)),
  });
  return { store, pages };
}

const page = (...numbers: number[]): Answer<OpenedPage> => ({
  ok: true,
  data: { lines: numbers.map((number) => line(number)), more: true, newer: true },
});
const nobody = (number: number): never => {
  throw new Error(`asked for ${number}`);
};

test("a line that the screen holds is found without asking", async () => {
  const { pages } = openPages(nobody);
  expect(await pages.find(22)).toEqual(line(22));
});

test("a line of elsewhere is asked for, and the screen stays where it is", async () => {
  const { store, pages } = openPages((number) => page(number - 1, number, number + 1));
  const before = store.get();
  expect(await pages.find(7)).toEqual(line(7));
  expect(store.get()).toBe(before);
});

test("where there is no such line it is null; when nobody says, undefined", async () => {
  expect(await openPages(() => page(5, 6)).pages.find(99)).toBeNull();
  expect(await openPages(() => offline).pages.find(7)).toBeUndefined();
});
