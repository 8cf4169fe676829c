/** How often to look again where the server does not answer. */
const lookAgainMs = 3_000;

type News = { percent: number | null; text: string; note: string; isUnderWay: boolean };

/**
 * While work goes on: bar, words and the page's title follow it. When it has ended, the page is read anew. A hidden tab
 * hears nothing, since a browser has few connections, and looks again when it is shown.
 */
export function workProgress(part: HTMLElement): void {
  const bar = part.querySelector("progress");
  const [text, note, lost, spoken] = ["text", "note", "lost", "spoken"].map((name) =>
    part.querySelector<HTMLElement>(`[data-${name}]`),
  );
  const untitled = document.title.replace(/^\d+% · /, "");
  let source: EventSource | null = null;
  let tenth = -1;

  const show = ({ percent, text: words, note: more }: News) => {
    if (lost) lost.hidden = true;
    if (text) text.textContent = words;
    if (note) note.textContent = more;
    if (percent === null) return;
    if (bar) bar.value = percent;
    document.title = `${percent}% · ${untitled}`;
    // each percent read aloud would talk without end
    if (Math.floor(percent / 10) === tenth) return;
    tenth = Math.floor(percent / 10);
    if (spoken) spoken.textContent = words;
  };
  const hear = ({ data }: MessageEvent<string>) => {
    const news = JSON.parse(data) as News;
    show(news);
    if (!news.isUnderWay) location.reload();
  };
  const look = () => {
    source?.close();
    source = null;
    if (document.hidden) return;
    const opened = new EventSource(part.dataset.events ?? "");
    opened.onmessage = hear;
    opened.onerror = () => {
      if (lost) lost.hidden = false;
      if (opened.readyState === EventSource.CLOSED && source === opened) setTimeout(look, lookAgainMs);
    };
    source = opened;
  };
  document.addEventListener("visibilitychange", look);
  look();
}
