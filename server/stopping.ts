/** Fires at Ctrl-C, SIGTERM, a closed terminal, or when the process that started us is gone. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = () => controller.abort();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  if (process.connected) {
    process.once("disconnect", stop);
    // Listening alone must not keep a process alive that is done.
    process.channel?.unref();
  }
  return controller.signal;
}
