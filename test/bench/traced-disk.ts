import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname } from "node:path";

export type Step =
  | { kind: "write"; path: string; at: number; bytes: Buffer }
  | { kind: "truncate"; path: string; size: number }
  | { kind: "create" | "remove" | "sync"; path: string }
  /** What the process told the outside, and can't take back. */
  | { kind: "tell"; text: string };
type Change = Extract<Step, { kind: "write" | "truncate" }>;
type Content = { safe: Buffer; pending: Change[] };
export type Random = () => number;

const calls = "openat,unlink,pwrite64,write,ftruncate,fsync,fdatasync";

/**
 * Runs `command`.
 * @returns what its main thread asked of the disk below `file`'s path, in order, and its standard output between
 */
export function traceDisk(command: string[], file: string, env: NodeJS.ProcessEnv): Step[] {
  const trace = `${file}.strace`;
  const options = ["-y", "-xx", "-s", "1000000", "-e", "signal=none", "-e", `trace=${calls}`, "-o", trace, "--"];
  const { error, status } = spawnSync("strace", [...options, ...command], {
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (error && "code" in error && error.code === "ENOENT") {
    throw new Error("This needs Linux and strace: `apt-get install strace`, or `dnf install strace`.");
  }
  if (error || status !== 0) throw new Error(`The traced process ended with ${error ?? status}.`);
  const steps = readFileSync(trace, "latin1").split("\n").flatMap(toStep);
  return steps.filter((step) => step.kind === "tell" || concerns(step.path, file));
}

/** The index of the log in shared memory is made anew after a power cut. */
const concerns = (path: string, file: string) => [file, `${file}-wal`, `${file}-journal`, dirname(file)].includes(path);

const onDescriptor = /^(\w+)\((\d+)<([^>]*)>(?:, "([^"]*)")?(?:, (\d+))?(?:, (\d+))?\) += (\d+)/;
const onName = /^(openat|unlink)\((?:AT_FDCWD<[^>]*>, )?"([^"]*)"(.*)\) += \d/;

function toStep(line: string): Step | [] {
  const [, call, name = "", flags = ""] = onName.exec(line) ?? [];
  if (call === "unlink") return { kind: "remove", path: unhex(name).toString() };
  if (call === "openat") return flags.includes("O_CREAT") ? { kind: "create", path: unhex(name).toString() } : [];
  const [, verb, descriptor, hexPath = "", hexBytes = "", number, at, done] = onDescriptor.exec(line) ?? [];
  const path = unhex(hexPath).toString();
  if (verb === "fsync" || verb === "fdatasync") return { kind: "sync", path };
  if (verb === "ftruncate") return { kind: "truncate", path, size: Number(number) };
  if (verb === "pwrite64")
    return { kind: "write", path, at: Number(at), bytes: unhex(hexBytes).subarray(0, Number(done)) };
  return verb === "write" && descriptor === "1" ? { kind: "tell", text: unhex(hexBytes).toString().trim() } : [];
}

const unhex = (text: string) => Buffer.from(text.replaceAll("\\x", ""), "hex");

/** Keeps apart what a sync made safe and what a power cut may still take. */
export class Disk {
  #names: Map<string, Content>;
  /** A file made or removed is safe only once its folder is synced. */
  #renames: { path: string; content: Content | null }[] = [];

  constructor(files: Record<string, Buffer>) {
    this.#names = new Map(Object.entries(files).map(([path, safe]) => [path, { safe, pending: [] }]));
  }

  take(step: Step): void {
    if (step.kind === "tell") return;
    const content = this.#namesAfter(this.#renames).get(step.path);
    if (step.kind === "create")
      content ?? this.#renames.push({ path: step.path, content: { safe: Buffer.alloc(0), pending: [] } });
    else if (step.kind === "remove") this.#renames.push({ path: step.path, content: null });
    else if (step.kind === "write" || step.kind === "truncate") content?.pending.push(step);
    else if (content) Object.assign(content, { safe: changed(content.safe, content.pending), pending: [] });
    else this.#syncFolder();
  }

  #syncFolder(): void {
    this.#names = this.#namesAfter(this.#renames);
    this.#renames = [];
  }

  #namesAfter(renames: { path: string; content: Content | null }[]): Map<string, Content> {
    const names = new Map(this.#names);
    for (const { path, content } of renames) content ? names.set(path, content) : names.delete(path);
    return names;
  }

  /** As every process sees it while there is power. */
  read(path: string): Buffer {
    const { safe, pending } = this.#namesAfter(this.#renames).get(path) ?? { safe: Buffer.alloc(0), pending: [] };
    return changed(safe, pending);
  }

  /** One of the states in which a power cut at this moment may leave the files. */
  cutPower(random: Random): Map<string, Buffer> {
    // file systems journal names in order, and contents in any order
    const renames = this.#renames.slice(0, Math.floor(random() * (this.#renames.length + 1)));
    const share = [0, 0.1, 0.5, 0.9, 1][Math.floor(random() * 5)] as number;
    const survive = (change: Change) => (random() < share ? change : remainder(change, random));
    const files = [...this.#namesAfter(renames)];
    return new Map(files.map(([path, { safe, pending }]) => [path, changed(safe, pending.flatMap(survive))]));
  }
}

/** Of a write that did not survive whole: nothing, or its beginning. */
function remainder(change: Change, random: Random): Change[] {
  if (change.kind === "truncate" || random() < 0.5) return [];
  return [{ ...change, bytes: change.bytes.subarray(0, Math.floor(random() * change.bytes.length)) }];
}

function changed(before: Buffer, changes: Change[]): Buffer {
  const ends = changes.map((change) => (change.kind === "write" ? change.at + change.bytes.length : change.size));
  const after = Buffer.alloc(ends.reduce((most, end) => Math.max(most, end), before.length));
  before.copy(after);
  let size = before.length;
  for (const change of changes) {
    if (change.kind === "write") {
      change.bytes.copy(after, change.at);
      size = Math.max(size, change.at + change.bytes.length);
    } else {
      after.fill(0, change.size);
      size = change.size;
    }
  }
  return after.subarray(0, size);
}
