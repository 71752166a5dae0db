"use client";

import { useReducer } from "react";
import { requestByHttp } from "#components/live/live-request.ts";
import { useCatchUp, useLiveEvent } from "#components/live/use-live-event.ts";
import type { ThreadCard } from "#lib/chat/schema.ts";
import type { ListThreads } from "./chat-actions.ts";
import { nextThreads } from "./threads-state.ts";

type ThreadsSource = { slug: string; viewerId: string; initial: ThreadCard[]; list: ListThreads };

/** The viewer's threads as they are now: moved by what is told, fetched anew after every doubt. */
export function useThreads({ slug, viewerId, initial, list }: ThreadsSource): ThreadCard[] {
  const [threads, dispatch] = useReducer(nextThreads, initial);

  async function fetchThreads() {
    const answer = await requestByHttp(() => list(slug, null));
    if (answer.ok) dispatch({ type: "listed", threads: answer.data });
  }
  useCatchUp(fetchThreads);
  useLiveEvent("message:new", (line) => {
    if (threads.some(({ id }) => id === line.threadId))
      dispatch({ type: "line", line, own: line.authorId === viewerId });
    else void fetchThreads();
  });
  useLiveEvent("thread:read", (mark) => dispatch({ type: "read", ...mark }));
  return threads;
}
