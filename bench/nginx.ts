import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../server/freePort.ts";

export const hasNginx = () => spawnSync("nginx", ["-v"], { stdio: "ignore" }).status === 0;

/** Serves these bytes, gzipped already, at every address, from a folder that is thrown away. */
export async function serveWithNginx(zipped: Buffer): Promise<{ origin: string; stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "bench-nginx-"));
  const port = await freePort();
  // Its workers may run as another user.
  await chmod(folder, 0o755);
  await mkdir(join(folder, "www"));
  await writeFile(join(folder, "www", "page"), zipped);
  await writeFile(join(folder, "nginx.conf"), configuration(folder, port));
  const child = spawn("nginx", ["-p", folder, "-c", join(folder, "nginx.conf"), "-e", join(folder, "error.log")], { stdio: "ignore" });
  const closed = once(child, "close");
  const stop = async () => {
    child.kill("SIGTERM");
    await Promise.race([closed, sleep(5000, undefined, { ref: false })]);
    await rm(folder, { recursive: true, force: true });
  };
  const origin = `http://127.0.0.1:${port}`;
  for (const until = Date.now() + 5000; !(await fetch(`${origin}/en`).then((response) => response.arrayBuffer(), () => null)); await sleep(50))
    if (Date.now() > until || child.exitCode !== null) {
      await stop();
      throw new Error("nginx is installed but did not start.");
    }
  return { origin, stop };
}

function configuration(folder: string, port: number): string {
  const scratch = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`);
  return `
    daemon off; pid ${folder}/nginx.pid; worker_processes auto; error_log ${folder}/error.log;
    events { worker_connections 256; }
    http {
      ${scratch.join(" ")}
      access_log off; sendfile on; keepalive_requests 10000000;
      server {
        listen 127.0.0.1:${port};
        location / { root ${folder}/www; try_files /page =404; default_type "text/html; charset=utf-8"; add_header Content-Encoding gzip; }
      }
    }`;
}
