import { chromium } from "playwright-core";

const base = "http://127.0.0.1:3416";
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const signIn = async (who: string, width: number) => {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${base}/en/sign-in`);
  await page.fill("input[name=email]", `${who}@demo.example`);
  await page.fill("input[name=password]", "puente-demo");
  await page.locator("main form button[type=submit]").first().click();
  await page.waitForLoadState("load");
  return page;
};
const [, , what = "list", locale = "en", w = "1280"] = process.argv;
const who = process.argv[5] ?? "coordinator";
const page = await signIn(who, Number(w));
await page.goto(`${base}/en/workshops?q=X-ray`);
const href = await page.locator("main a[href*='/workshops/MJ']").first().getAttribute("href");
const code = href?.split("/").at(-1);
const path = what.replace("{code}", code ?? "");
await page.goto(`${base}/${locale}${path}`);
await page.screenshot({ path: `/tmp/wt/files-shot.png`, fullPage: true });
console.log(page.url(), await page.title());
await browser.close();
