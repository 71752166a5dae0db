"use client";

import { useEffect } from "react";
import { attempt, deviceStorage } from "./browser-storage.ts";

type DeviceKeyProps = { memberId: string; deviceKey: string };

/**
 * In a company: keeps, beside what its member begins to write on this device, the key by which the device asks whether they are still a member,
 * and asks it of the others for whom it keeps something.
 */
export function DeviceKey({ memberId, deviceKey }: DeviceKeyProps) {
  useEffect(() => {
    const own = `okaeri:${memberId}:key`;
    attempt(() => deviceStorage()?.setItem(own, deviceKey));
    const names = attempt(() => Object.keys(deviceStorage() ?? {})) ?? [];
    if (names.some((name) => name.endsWith(":key") && name !== own)) forget();
  }, [memberId, deviceKey]);
  return null;
}

/** On a page of no company, as where one is led after leaving one: removes from this device what members have begun who are none any more. */
export function EndedMembers() {
  useEffect(forget, []);
  return null;
}

function forget(): void {
  // What fails now is asked the next time.
  import("./forget-ended.ts").then(({ forgetEnded }) => forgetEnded()).catch(() => {});
}
