import { createServer } from "node:net";
import { codeOf } from "./failure.ts";

/** A loopback port that nobody uses: the wished one if it is free. */
export async function freePort(wish = 0, host = "127.0.0.1"): Promise<number> {
  return (await tryPort(wish, host)) ?? (await tryPort(0, host)) ?? 0;
}

/** Listens for a moment; the port that it got, or null where somebody else has it. */
export function tryPort(port: number, host: string | undefined): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error) => (codeOf(error) === "EADDRINUSE" ? resolve(null) : reject(error)));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : null));
    });
  });
}
