import { spawnSync } from "node:child_process";
import { Failure } from "./failure.ts";

/** The account that PostgreSQL runs as where we are root: it refuses to run as root itself. */
export type Account = { uid: number; gid: number };

/** The system's `postgres` account, made where there is none. */
export function postgresAccount(): Account {
  const account = lookUp();
  if (account) return account;
  // Debian and Red Hat know useradd, BusyBox knows adduser.
  spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"]);
  if (!lookUp()) spawnSync("adduser", ["-S", "-D", "-H", "postgres"]);
  const made = lookUp();
  if (made) return made;
  throw new Failure(
    "PostgreSQL does not run as root, and a `postgres` account could not be made: make one, start as an ordinary user, or set DATABASE_URL.",
  );
}

function lookUp(): Account | null {
  const number = (flag: string) => {
    const { status, stdout } = spawnSync("id", [flag, "postgres"], { encoding: "utf8" });
    return status === 0 ? Number(stdout) : Number.NaN;
  };
  const account = { uid: number("-u"), gid: number("-g") };
  return Number.isInteger(account.uid) && Number.isInteger(account.gid) ? account : null;
}

/** Whether the account can get into a folder; asked of the system, which knows of ACLs and mounts. */
export function canReach(account: Account, folder: string): boolean {
  return spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { ...account, cwd: "/" }).status === 0;
}

/** Whether the account can run a program. */
export function canRun(account: Account, program: string): boolean {
  return spawnSync(program, ["--version"], { ...account, cwd: "/" }).status === 0;
}
