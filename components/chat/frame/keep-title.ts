/** Sets words before the page's title, whatever the page makes of it meanwhile. Returns what takes them away. */
export function keepTitle(words: string): () => void {
  let title = document.title;
  let shown = "";

  function show(): void {
    if (document.title === shown) return;
    title = document.title;
    shown = words + title;
    document.title = shown;
    // As the browser tells it: without blanks at its ends.
    shown = document.title;
  }

  const observer = new MutationObserver(show);
  observer.observe(document.head, { childList: true, characterData: true, subtree: true });
  show();
  return () => {
    observer.disconnect();
    if (document.title === shown) document.title = title;
  };
}
