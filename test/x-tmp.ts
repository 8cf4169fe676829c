import { chromium } from "playwright-core";
const base = "http://127.0.0.1:3817";
const out = process.env.OUT ?? "/tmp/wt/search-shots";
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const shots: [string, string, number, string][] = JSON.parse(process.argv[2] ?? "[]");
const byUser = Map.groupBy(shots, ([user]) => user);
for (const [user, own] of byUser) {
  const c = await b.newContext();
  const p = await c.newPage();
  if (user !== "guest") {
    await p.goto(`${base}/es/sign-in`);
    await p.fill("[name=email]", `${user}@demo.example`);
    await p.fill("[name=password]", "puente-demo");
    await p.click("main form button[type=submit]");
    await p.waitForLoadState();
  }
  for (const [, path, width, name] of own) {
    await p.setViewportSize({ width, height: 900 });
    await p.goto(base + path);
    await p.screenshot({ path: `${out}/${name}.png`, fullPage: true });
    console.log(name, await p.evaluate(() => [document.documentElement.scrollWidth, innerWidth, document.querySelector("header")?.clientHeight]));
  }
  await c.close();
}
await b.close();
