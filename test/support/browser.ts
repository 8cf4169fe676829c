import { type Browser, type BrowserContext, chromium, type Locator, type Page, type Response } from "playwright-core";
import { afterAll, afterEach, expect, inject } from "vitest";
import { seededPassword } from "#app/demo/accounts.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { serverI18n, translator } from "#app/i18n/translator.server.ts";

const flags = [
  "--headless",
  // Chromium refuses to run as root with its sandbox
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const tags: Record<Locale, string> = { es: "es-MX", ja: "ja-JP", en: "en-GB" };

type Complaint = { text: string; url: string };

/** Whatever a page complains of fails the test in which it happens. */
const complaints: Complaint[] = [];
/** Answers such as "404 http://…" that a test asked for: the browser itself reports them as errors. */
const expectedAnswers = new Set<string>();

let running: Promise<Browser> | null = null;

afterEach(() => {
  const unexpected = complaints.splice(0).filter((complaint) => !isExpected(complaint));
  expect(unexpected, "complaints of the browser").toEqual([]);
});

afterAll(async () => (await running)?.close());

function isExpected({ text, url }: Complaint): boolean {
  const failure = /^Failed to load resource: (?:the server responded with a status of (\d{3})|net::(\w+))/.exec(text);
  return expectedAnswers.has(`${failure?.[1] ?? failure?.[2]} ${url}`);
}

/** What a page's script will be answered, or that nobody answers it: the browser reports it as an error. */
export const expectAnswer = (what: number | "ERR_INTERNET_DISCONNECTED", url: string) =>
  void expectedAnswers.add(`${what} ${url}`);

export type PageOptions = {
  locale?: Locale;
  javaScript?: boolean;
  width?: number;
  timezoneId?: string;
  /** Of a site that a test has started for itself. */
  baseURL?: string;
};

/** A page of a visitor of its own, without cookies. */
export async function newPage(options: PageOptions = {}): Promise<Page> {
  const { locale = "es", javaScript = true, width = 1280, timezoneId = "America/Mexico_City" } = options;
  // without it, a machine that names no language lets a file with Japanese in its name be called "download"
  const env = { ...process.env, LC_ALL: "C.UTF-8" };
  running ??= chromium.launch({ executablePath: inject("browserPath"), args: flags, env });
  const context = await (await running).newContext({
    baseURL: options.baseURL ?? inject("baseUrl"),
    locale: tags[locale],
    javaScriptEnabled: javaScript,
    viewport: { width, height: width < 600 ? 740 : 800 },
    timezoneId,
  });
  listen(context);
  context.setDefaultTimeout(15_000);
  return context.newPage();
}

/** Scripts that fail and whatever the content policy refuses end in the console. */
function listen(context: BrowserContext): void {
  context.on("console", (message) => {
    if (message.type() === "error") complaints.push({ text: message.text(), url: message.location().url });
  });
  context.on("weberror", (error) => complaints.push({ text: error.error().message, url: error.page()?.url() ?? "" }));
}

/** Opens an address of ours; its script, where there is one, has run. */
export async function visit(page: Page, path: string, status = 200): Promise<Response> {
  const response = await page.goto(path, { waitUntil: "load" });
  if (!response) throw new Error(`${path}: no answer`);
  return settled(response, status);
}

/** Presses a button that sends a form. @returns the document that the form leads to */
export async function submit(page: Page, button: string | Locator, status = 200): Promise<Response> {
  const target = typeof button === "string" ? page.getByRole("button", { name: button, exact: true }) : button;
  const isAnswer = (response: Response) => response.request().isNavigationRequest() && !isRedirect(response.status());
  const [response] = await Promise.all([page.waitForResponse(isAnswer), target.click()]);
  await page.waitForLoadState("load");
  return settled(response, status);
}

const isRedirect = (status: number) => status >= 300 && status < 400;

function settled(response: Response, status: number): Response {
  if (status >= 400) expectedAnswers.add(`${status} ${response.url()}`);
  expect(response.status(), response.url()).toBe(status);
  return response;
}

/** Follows a link and waits for the heading of the page it leads to. */
export async function follow(page: Page, link: string | Locator, heading: string | RegExp): Promise<void> {
  await (typeof link === "string" ? page.getByRole("link", { name: link, exact: true }).first() : link).click();
  await seen(page.getByRole("heading", { name: heading }));
}

/** Waits until something can be seen. */
export const seen = (locator: Locator) => locator.first().waitFor();

export async function signIn(page: Page, locale: Locale, account: string, password = seededPassword): Promise<void> {
  await visit(page, `/${locale}/sign-in`);
  await fillSignIn(page, locale, account, password);
  await submit(page, t(locale, "access:signIn.button"));
}

export async function fillSignIn(page: Page, locale: Locale, account: string, password: string): Promise<void> {
  await page.getByLabel(t(locale, "access:email")).fill(`${account}@demo.example`);
  await page.getByLabel(t(locale, "access:password")).fill(password);
}

/** A text of ours, as people read it on a page of that language. */
export function t(locale: Locale, key: string, params: Record<string, string | number> = {}): string {
  if (!serverI18n(locale).exists(key, params)) throw new Error(`There is no text ${key} in ${locale}.`);
  return String(translator(locale)(key as "common:nav.me", params as never));
}

/** A name whose end may say whether its field is required. */
export const marked = (name: string) => new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(\\s|$)`);

export const labelled = (within: Page | Locator, label: string): Locator => within.getByLabel(marked(label));
