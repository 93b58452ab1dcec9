const ADDRESS = `${import.meta.env.VITE_API_URL ?? ""}/api/v1/live/`;
const POLL_MS = 10_000;

/**
 * Call `onChange` for every change that the API tells of, until the answer is called. While the stream is refused or
 * broken it is called every ten seconds instead, and the stream is asked for again.
 */
export function follow(onChange: () => void): () => void {
  let stream: EventSource | undefined;
  let poll: ReturnType<typeof setInterval> | undefined;

  const open = () => {
    stream?.close();
    stream = new EventSource(ADDRESS, { withCredentials: true });
    stream.addEventListener("open", () => {
      // What happened in between was told to nobody.
      if (poll) onChange();
      clearInterval(poll);
      poll = undefined;
    });
    stream.addEventListener("booking", onChange);
    stream.addEventListener("error", () => {
      poll ??= setInterval(ask, POLL_MS);
    });
  };
  const ask = () => {
    onChange();
    // A broken stream is opened again by the browser; one that was refused is not.
    if (stream?.readyState === EventSource.CLOSED) open();
  };

  open();
  return () => {
    clearInterval(poll);
    stream?.close();
  };
}
