"use client";

import { DeviceKey } from "./ended-members.tsx";
import { PageChange } from "./page-change.tsx";

type QuietPartsProps = { memberId: string; deviceKey: string; catchesUp: boolean };

/** What listens and keeps beside a company's pages, and comes once these rest. */
export function QuietParts({ memberId, deviceKey, catchesUp }: QuietPartsProps) {
  return (
    <>
      <PageChange catchesUp={catchesUp} />
      <DeviceKey memberId={memberId} deviceKey={deviceKey} />
    </>
  );
}
