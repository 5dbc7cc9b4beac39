// Loaded into the studio and the site before anything else. When the supervisor dies without
// stopping them (kill -9), the channel to it closes: then they leave too, and the port is free.
if (process.connected) {
  process.once("disconnect", () => process.exit(0));
  process.channel?.unref();
}
export {};
