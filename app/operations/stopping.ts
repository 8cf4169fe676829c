/** Aborted when somebody asks us to stop, or when the process that started us is gone. */
export function untilStopped(): AbortSignal {
  const stopping = new AbortController();
  for (const event of ["SIGTERM", "SIGINT", "disconnect"]) process.on(event, () => stopping.abort());
  // gone already, before we could listen for it
  if (process.connected === false) stopping.abort();
  return stopping.signal;
}
