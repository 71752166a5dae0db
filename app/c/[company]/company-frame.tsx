"use client";

import { type ComponentProps, type ReactNode, useCallback } from "react";
import { signOutAction } from "#app/sign-out.ts";
import { ChatFrame } from "#components/chat/frame/chat-frame.tsx";
import { UnreadBadge } from "#components/chat/frame/unread.tsx";
import { ThreadLine } from "#components/chat/threads/thread-line.tsx";
import { LiveProvider } from "#components/live/live-provider.tsx";
import { OfflineLine } from "#components/live/offline-line.tsx";
import { OutdatedLine } from "#components/live/outdated-line.tsx";
import type { QuietParts } from "#components/live/quiet-parts.tsx";
import { ServiceWorker } from "#components/live/service-worker.tsx";
import { Palette } from "#components/palette/palette.tsx";
import { PaletteButton } from "#components/palette/palette-button.tsx";
import { UnkeptNote } from "#components/settings/unkept-note.tsx";
import { Frame } from "#components/shell/frame.tsx";
import type { FrameCompany, FrameViewer } from "#components/shell/frame-view.ts";
import { NorenLift } from "#components/shell/noren-lift.tsx";
import { PhotoAddressContext } from "#components/ui/face-photo.tsx";
import { latePart, usePart } from "#components/ui/use-part.ts";
import { photoHref } from "#lib/hrefs.ts";
import * as frameActions from "./chat/frame-actions.ts";
import { startThreadAction } from "./chat/thread-actions.ts";
import { findInCompanyAction } from "./palette-actions.ts";

type CompanyFrameProps = {
  /** The setting: where live updates come from. */
  realtimeUrl: string;
  viewer: Omit<FrameViewer, "signOut">;
  company: FrameCompany;
  /** Those that the viewer is in, this one included; `keywords` are what the palette finds them by. */
  companies: readonly (FrameCompany & { keywords: string })[];
  /** How many messages wait for the viewer. */
  unread: number;
  /** How many corrections wait for HR, and so for the viewer. */
  corrections: ReactNode;
  /** See DeviceKey. */
  deviceKey: string;
  /** They have just come in. */
  entering: boolean;
  children: ReactNode;
};

const chatActions = { ...frameActions };

const quiet = latePart(() => import("#components/live/quiet-parts.tsx"));

/** What shows nothing, and is not needed to show the page. */
function Quietly(props: ComponentProps<typeof QuietParts>) {
  const part = usePart(quiet, false);
  return part && <part.QuietParts {...props} />;
}

/** What stands around every page of a company: the rooms' parts of the frame, put together. */
export function CompanyFrame({
  realtimeUrl,
  viewer,
  company,
  companies,
  unread,
  corrections,
  deviceKey,
  entering,
  children,
}: CompanyFrameProps) {
  const slug = viewer.company;
  const photoAddress = useCallback(
    (memberId: string, photo: string, side: 64 | 128 | 256) => photoHref(slug, memberId, photo, side),
    [slug],
  );
  return (
    <LiveProvider key={slug} url={realtimeUrl} company={slug}>
      <OfflineLine />
      <OutdatedLine />
      <ServiceWorker />
      <Quietly memberId={viewer.memberId} deviceKey={deviceKey} catchesUp={viewer.role !== "MEMBER"} />
      <UnkeptNote />
      {entering && <NorenLift />}
      <PhotoAddressContext value={photoAddress}>
        <ChatFrame slug={slug} viewerId={viewer.memberId} unread={unread} actions={chatActions}>
          <Frame
            company={company}
            companies={companies}
            viewer={{ ...viewer, signOut: signOutAction }}
            badges={{ unread: <UnreadBadge />, corrections }}
            palette={
              <Palette
                viewer={viewer}
                companies={companies.filter(({ current }) => !current)}
                find={findInCompanyAction}
                start={startThreadAction}
                ThreadLine={ThreadLine}
              />
            }
            search={<PaletteButton />}
          >
            {children}
          </Frame>
        </ChatFrame>
      </PhotoAddressContext>
    </LiveProvider>
  );
}
