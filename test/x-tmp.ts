import { chromium } from "playwright-core";
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
const page = await context.newPage();
const base = "http://127.0.0.1:3471";
await page.goto(`${base}/es/sign-in`);
await page.fill('[name=email]', process.env.WHO ?? 'coordinator@demo.example'); await page.fill('[name=password]', 'puente-demo');
await Promise.all([page.waitForNavigation(), page.locator('main form button').first().click()]);
console.log(page.url());
for (const arg of process.argv.slice(2)) {
  const [name = "", path = "", width = "1280"] = arg.split("=");
  await page.setViewportSize({ width: Number(width), height: 900 });
  let url = path.replaceAll("~", "=");
  if (url.includes("{")) {
    const [, q] = /\{([^}]*)\}/.exec(url) ?? [];
    await page.goto(`${base}/es/desk/people?q=${encodeURIComponent(q ?? "")}`);
    const href = await page.locator("main th a").first().getAttribute("href");
    url = url.replace(/\{[^}]*\}/, href?.split("/").at(-1) ?? "");
  }
  const answer = await page.goto(base + url);
  console.log(answer?.status(), url);
  await page.screenshot({ path: `/tmp/wt/people-shots/${name}.png`, fullPage: true });
}
await browser.close();
