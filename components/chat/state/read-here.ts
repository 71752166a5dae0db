const numbers = new Map<string, number>();

/** Up to which number the viewer has read a thread in this tab: a page that the browser kept may not know it yet. */
export function readHere(viewerId: string, threadId: string): number {
  return numbers.get(`${viewerId}:${threadId}`) ?? 0;
}

/** To be called in a browser only. */
export function noteReadHere(viewerId: string, threadId: string, number: number): void {
  numbers.set(`${viewerId}:${threadId}`, Math.max(number, readHere(viewerId, threadId)));
}
