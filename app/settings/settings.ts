import { randomBytes } from "node:crypto";
import { constants, copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { type AnswerKeys, keyLength, readKeys, splitKeys } from "./answer-keys.ts";
import { readFilesUrl, type S3Place } from "./files-url.ts";

export type Settings = {
  port: number;
  host: string;
  /** An origin, such as `https://puente.example`. */
  appUrl: string;
  /** People reach us over https. */
  secure: boolean;
  dataDir: string;
  /** A file's path or `postgres://…`. */
  databaseUrl: string;
  /** Where uploaded files go; null for the database. */
  files: S3Place | null;
  secret: string;
  /** By which sensitive answers are encrypted; a copy of the database does not hold them. */
  answerKeys: AnswerKeys;
  smtpUrl: string | null;
  /** Whom letters come from; `no-reply` at the address of the site by default. */
  mailFrom: { name: string; address: string } | null;
  demo: boolean;
};

export type Environment = Record<string, string | undefined>;

/** What the person who starts Puente must change, a line each. */
export class SettingsError extends Error {
  readonly problems: string[];
  constructor(problems: string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}

/**
 * Reads and checks the environment; an empty variable counts as none.
 * @param demoByDefault what holds where DEMO is not set: the database knows
 * @throws SettingsError with every problem at once
 */
export function readSettings(env: Environment, demoByDefault = true): Settings {
  const problems: string[] = [];
  const read: Read = (name) => env[name]?.trim() || null;
  const complain = (problem: string) => void problems.push(problem);

  const port = readPort(read, complain);
  const host = read("HOST") ?? "127.0.0.1";
  const demo = readDemo(read, complain, demoByDefault, host);
  const appUrl = readAppUrl(read, complain, { host, port, demo });
  const databaseUrl = readDatabaseUrl(read, complain);
  const files = readFiles(read, complain);
  const smtpUrl = readSmtpUrl(read, complain);
  const mailFrom = readMailFrom(read, complain);
  const dataDir = resolve(read("DATA_DIR") ?? "data");
  const secret = readSecret(read, complain, dataDir);
  // what is wrong with the folder was said already
  const answerKeys = secret === "" ? { texts: [] } : readAnswerKeys(read, complain, dataDir);

  if (problems.length > 0) throw new SettingsError(problems);
  return {
    port,
    host,
    appUrl,
    secure: appUrl.startsWith("https:"),
    dataDir,
    databaseUrl,
    files,
    secret,
    answerKeys,
    smtpUrl,
    mailFrom,
    demo,
  };
}

type Read = (name: string) => string | null;
type Complain = (problem: string) => void;

function readPort(read: Read, complain: Complain): number {
  const text = read("PORT") ?? "3000";
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) complain(`PORT must be a whole number from 0 (any free port) to 65535, not "${text}".`);
  return port;
}

function readDemo(read: Read, complain: Complain, byDefault: boolean, host: string): boolean {
  const text = read("DEMO") ?? (byDefault ? "on" : "off");
  if (text !== "on" && text !== "off") complain(`DEMO must be "on" or "off", not "${text}".`);
  if (text === "on" && !isLoopback(host)) {
    complain(`HOST=${host} would open the demo's known passwords to the network: set DEMO=off, or leave HOST out.`);
  }
  return text === "on";
}

type Place = { host: string; port: number; demo: boolean };

function readAppUrl(read: Read, complain: Complain, { host, port, demo }: Place): string {
  const text = read("APP_URL");
  if (text === null) {
    if (isWildcard(host))
      complain(
        `APP_URL is needed where HOST is ${host}: it is the address that people use, such as https://puente.example.`,
      );
    return originOf(`http://${host.includes(":") ? `[${host}]` : host}:${port || 0}`) ?? "";
  }
  const origin = originOf(text);
  if (origin === null || !/^https?:\/\/[^/?#@]+\/?$/.test(text)) {
    complain(`APP_URL must be an address without a path, such as https://puente.example, not "${text}".`);
  } else if (demo) refusePublicDemo(complain, origin);
  return origin ?? "";
}

/** Behind a proxy a demo would be reached from everywhere, whatever address it listens on itself. */
function refusePublicDemo(complain: Complain, appUrl: string): void {
  if (isLoopback(hostOf(appUrl))) return;
  complain(`APP_URL=${appUrl} would open the demo's known passwords to everybody: set DEMO=off, or leave APP_URL out.`);
}

function readDatabaseUrl(read: Read, complain: Complain): string {
  const text = read("DATABASE_URL");
  if (text === null) return resolve(read("DATA_DIR") ?? "data", "puente.sqlite");
  if (/^postgres(ql)?:\/\//.test(text)) {
    // never shown: it may hold a password
    if (!URL.canParse(text)) complain("DATABASE_URL is not a valid postgres:// address.");
    return text;
  }
  if (/^\w+:/.test(text)) complain("DATABASE_URL must begin with postgres://, or be the path of an SQLite file.");
  return resolve(text);
}

function readFiles(read: Read, complain: Complain): S3Place | null {
  const text = read("FILES_URL");
  const place = text === null ? null : readFilesUrl(text);
  // never shown: it holds a secret
  if (text !== null && place === null)
    complain(
      "FILES_URL must look like s3://key:secret@files.example/bucket?region=us-east-1 (tls=off for plain http).",
    );
  return place;
}

function readSmtpUrl(read: Read, complain: Complain): string | null {
  const text = read("SMTP_URL");
  if (text !== null && !(/^smtps?:\/\/[^/]/.test(text) && URL.canParse(text))) {
    complain("SMTP_URL must look like smtp://user:password@mail.example:587 (or smtps://).");
  }
  return text;
}

/** `Puente, JICA México <puente@jica.example>`, or an address alone. */
function readMailFrom(read: Read, complain: Complain): Settings["mailFrom"] {
  const text = read("MAIL_FROM");
  if (text === null) return null;
  const [, name = "", address = ""] =
    /^(?:([^<>"\p{Cc}]*?)\s*<)?([^\s<>,;:"]+@[^\s<>,;:"]+\.[^\s<>,;:"@]+)>?$/u.exec(text) ?? [];
  if (!address) complain(`MAIL_FROM must look like Puente <puente@agency.example>, not "${text}".`);
  return { name: name || "Puente", address };
}

/** The secret, where none is given: made once, and kept beside the data in a file that only its owner may read. */
function readSecret(read: Read, complain: Complain, dataDir: string): string {
  const file = resolve(dataDir, "secret");
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const given = read("APP_SECRET");
    if (given === null && !existsSync(file)) makeSecret(file);
    const secret = given ?? readFileSync(file, "utf8").trim();
    if (secret.length < 32) complain(`${given === null ? file : "APP_SECRET"} must hold at least 32 characters.`);
    return secret;
  } catch (error) {
    complain(`DATA_DIR (${dataDir}) cannot be used: ${(error as Error).message}.`);
    return "";
  }
}

/** The keys of sensitive answers, likewise: in `ANSWERS_KEY`, or else in a file of their own beside the data. */
function readAnswerKeys(read: Read, complain: Complain, dataDir: string): AnswerKeys {
  const file = resolve(dataDir, "answers.key");
  const given = read("ANSWERS_KEY");
  try {
    if (given === null && !existsSync(file)) makeSecret(file);
    const keys = given === null ? { file } : { texts: splitKeys(given) };
    const found = readKeys(keys);
    if (found.length === 0 || found.some((key) => key.length < keyLength))
      complain(`Each key in ${given === null ? file : "ANSWERS_KEY"} must hold at least ${keyLength} characters.`);
    return keys;
  } catch (error) {
    complain(`${file} cannot be used: ${(error as Error).message}.`);
    return { texts: [] };
  }
}

/** Of two processes that start at once the second reads what the first has made: the file is whole once it is there. */
function makeSecret(file: string): void {
  const draft = `${file}.${randomBytes(8).toString("hex")}`;
  writeFileSync(draft, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  try {
    linkSync(draft, file);
  } catch {
    // somebody was quicker, or the file system knows no links
    if (!existsSync(file)) copyFileSync(draft, file, constants.COPYFILE_EXCL);
  } finally {
    rmSync(draft);
  }
}

export const isLoopback = (host: string) => host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);

const isWildcard = (host: string) => host === "0.0.0.0" || host === "::";

const hostOf = (url: string) => new URL(url).hostname.replace(/^\[(.*)\]$/, "$1");

const originOf = (url: string) => (URL.canParse(url) ? new URL(url).origin : null);
