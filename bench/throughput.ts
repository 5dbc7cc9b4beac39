import autocannon from "autocannon";
import { hasNginx, serveWithNginx } from "./nginx.ts";
import { get } from "./pages.ts";
import { kilobytes, round, table, type Measurement } from "./report.ts";

const connections = 10;
const duration = 10;

/** Requests a second of the home page, and of a plain file server with the same bytes. */
export async function measureThroughput(origin: string): Promise<Measurement> {
  const { raw } = await get(`${origin}/en`);
  const site = await load(`${origin}/en`);
  const rows = [row("the site", site)];
  if (hasNginx()) {
    const nginx = await serveWithNginx(raw);
    try {
      rows.push(row("nginx", await load(`${nginx.origin}/en`)));
    } finally {
      await nginx.stop();
    }
  }
  const failed = site.errors + site.non2xx;
  return {
    title: "Requests a second, home page",
    lines: [
      ...table(["server", "requests/s", "p50 (ms)", "p99 (ms)", "MB/s"], rows),
      "",
      `${connections} connections for ${duration} s over loopback, on the machine that also makes the load; ${kilobytes(raw.length)} KB each, gzip.${rows.length === 1 ? " nginx is not installed here and was left out." : ""} Until there are editions the site renders every page when it is asked for.`,
    ],
    missed: failed > 0 ? [`${failed} of ${site.requests.total} requests failed under load.`] : [],
  };
}

async function load(url: string): Promise<autocannon.Result> {
  const headers = { "accept-encoding": "gzip", accept: "text/html" };
  await autocannon({ url, connections, duration: 2, headers });
  return autocannon({ url, connections, duration, headers });
}

const row = (name: string, { requests, latency, throughput }: autocannon.Result) => [name, round(requests.average), round(latency.p50), round(latency.p99), round(throughput.average / 1e6, 1)];
