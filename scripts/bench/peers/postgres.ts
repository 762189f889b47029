/** A PostgreSQL of the run's own: made in a folder, reached through a socket in it, never as root. */
import { execFile, spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import type { Missing } from "../outside.ts";

const runFile = promisify(execFile);

/** Enough for everything to stay in memory; nothing has to survive a crash. */
const SETTINGS = `
listen_addresses = ''
shared_buffers = 1GB
work_mem = 256MB
maintenance_work_mem = 512MB
effective_cache_size = 4GB
max_wal_size = 4GB
fsync = off
synchronous_commit = off
full_page_writes = off
jit = off
`;
const DATABASE = "postgres";

/** A server that runs. */
export interface Postgres {
  /** Runs psql with variables; gives what it prints. Throws with its message when a statement fails. */
  psql(args: readonly string[], variables?: Readonly<Record<string, string>>): Promise<string>;
  stop(): Promise<void>;
}

/** Starts a new one with PostGIS in `folder`, or says why not. */
export async function startPostgres(folder: string): Promise<Postgres | Missing> {
  const bin = await binFolder();
  if (bin === null) return { missing: "PostGIS: no PostgreSQL with PostGIS was found" };
  const user = await databaseUser();
  if (user === null)
    return { missing: "PostGIS: the database does not run as root, and there is no user postgres" };
  const command = (program: string, args: readonly string[]) => [...user.before, join(bin, program), ...args];
  const run = (program: string, args: readonly string[]) => {
    const [first, ...rest] = command(program, args);
    return runFile(first!, rest, { cwd: folder, maxBuffer: 1 << 29 });
  };
  const data = join(folder, "postgres");
  const sockets = join(folder, "s");
  for (const own of [data, sockets]) {
    mkdirSync(own, { mode: 0o700 });
    if (user.ids) chownSync(own, user.ids.uid, user.ids.gid);
  }
  await run("initdb", ["-D", data, "-A", "trust", "-U", "bench", "-E", "UTF8", "--no-locale"]);
  const settings = join(data, "postgresql.auto.conf");
  writeFileSync(settings, `${SETTINGS}unix_socket_directories = '${sockets}'\n`);
  chmodSync(settings, 0o644);
  await run("pg_ctl", ["-D", data, "-w", "-l", join(data, "log"), "start"]);
  const stopping = ["-D", data, "-w", "-m", "immediate", "stop"];
  const letGo = whenInterrupted(() => {
    const [first, ...rest] = command("pg_ctl", stopping);
    spawnSync(first!, rest);
  });
  const stop = async () => {
    letGo();
    await run("pg_ctl", stopping);
  };
  const psql = async (args: readonly string[], variables: Readonly<Record<string, string>> = {}) => {
    const given = Object.entries(variables).flatMap(([key, value]) => ["-v", `${key}=${value}`]);
    const common = [
      "-X",
      "-q",
      "-A",
      "-t",
      "-v",
      "ON_ERROR_STOP=1",
      "-h",
      sockets,
      "-U",
      "bench",
      "-d",
      DATABASE,
    ];
    return (await run("psql", [...common, ...given, ...args])).stdout;
  };
  try {
    await psql(["-c", "CREATE EXTENSION postgis"]);
  } catch (fault) {
    await stop();
    throw fault;
  }
  return { psql, stop };
}

/** Does something should the run be interrupted, for the server would outlive it; gives back how to let it be. */
function whenInterrupted(act: () => void): () => void {
  const leave = () => process.exit(130);
  process.once("exit", act);
  process.once("SIGINT", leave);
  process.once("SIGTERM", leave);
  return () => {
    process.off("exit", act);
    process.off("SIGINT", leave);
    process.off("SIGTERM", leave);
  };
}

/** Where the newest installed PostgreSQL that has PostGIS keeps its programs. */
async function binFolder(): Promise<string | null> {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const path = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  for (const folder of [...versions.map((version) => join(debian, version, "bin")), ...path]) {
    if (!existsSync(join(folder, "initdb")) || !existsSync(join(folder, "pg_config"))) continue;
    const { stdout } = await runFile(join(folder, "pg_config"), ["--sharedir"]);
    if (existsSync(join(stdout.trim(), "extension/postgis.control"))) return folder;
  }
  return null;
}

interface DatabaseUser {
  /** What stands before a command so that this user runs it. */
  readonly before: readonly string[];
  readonly ids: { readonly uid: number; readonly gid: number } | null;
}

/** Whoever we are, unless we are root: then the user that Debian's package makes. */
async function databaseUser(): Promise<DatabaseUser | null> {
  if (process.getuid?.() !== 0) return { before: [], ids: null };
  try {
    const [uid, gid] = await Promise.all(
      ["-u", "-g"].map(async (which) => Number((await runFile("id", [which, "postgres"])).stdout)),
    );
    return { before: ["runuser", "-u", "postgres", "--"], ids: { uid: uid!, gid: gid! } };
  } catch {
    return null;
  }
}
