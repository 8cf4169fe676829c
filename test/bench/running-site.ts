import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";

export type RunningSite = { port: number /** Of the server. */; pid: number; stop(): Promise<void> };

/** The server, and the worker where it is asked for: each a process of its own, on a free port. */
export async function startSite(
  dataDir: string,
  settings: Record<string, string>,
  { withWorker = false } = {},
): Promise<RunningSite> {
  const { PATH, HOME, TMPDIR } = process.env;
  const env = { PATH, HOME, TMPDIR, DATA_DIR: dataDir, DEMO: "off", PORT: "0", ...settings };
  const children: ChildProcess[] = [];
  const start = (file: string, extra = {}) => {
    const child = spawn(process.execPath, [file], {
      env: { ...env, ...extra, NODE_ENV: "production" },
      // it logs each request
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    children.push(child);
    return child;
  };
  process.once("exit", () => children.forEach((child) => child.kill("SIGKILL")));
  const server = start("app/operations/serve.ts");
  const [{ port }] = (await once(server, "message")) as [{ port: number }];
  if (withWorker) start("app/operations/worker.ts", { PORT: String(port) });
  const stop = async () => {
    for (const child of children.splice(0)) {
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    }
  };
  return { port, pid: server.pid ?? 0, stop };
}

/** Takes connections and never says a word. */
export async function startSilentServer(): Promise<{ port: number; stop(): void }> {
  const server = createServer((socket) => socket.on("error", () => {}));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { port: (server.address() as AddressInfo).port, stop: () => void server.close() };
}
