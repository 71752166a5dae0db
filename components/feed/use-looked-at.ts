"use client";

import { type RefObject, useEffect, useEffectEvent } from "react";
import { requestByHttp } from "#components/live/live-request.ts";
import { useAnswers } from "./okaeri-answers.tsx";

/**
 * Keeps that one has looked at what is new here, once it was on the screen, and again when there is more of it. It stays marked until the
 * page is read again. `count`: of how many the new ones are; null where none is new.
 */
export function useLookedAt(place: RefObject<Element | null>, count: number | null): void {
  const { company, markLookedAction } = useAnswers();
  const look = useEffectEvent(() => void requestByHttp(() => markLookedAction(company, null)));
  useEffect(() => {
    if (count === null || !place.current) return;
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting || document.visibilityState !== "visible") return;
      observer.disconnect();
      look();
    });
    observer.observe(place.current);
    // What lay in a tab behind is looked at as that comes to the front.
    const again = () => {
      if (!place.current) return;
      observer.unobserve(place.current);
      observer.observe(place.current);
    };
    document.addEventListener("visibilitychange", again);
    return () => {
      observer.disconnect();
      document.removeEventListener("visibilitychange", again);
    };
  }, [place, count]);
}
