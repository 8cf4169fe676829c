import { readFileSync, writeFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { plainPdf } from "#test/support/plain-pdf.ts";

const base = "http://127.0.0.1:3416";
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const signIn = async (who: string, width: number) => {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    javaScriptEnabled: false,
    acceptDownloads: true,
  });
  const page = await context.newPage();
  await page.goto(`${base}/en/sign-in`);
  await page.fill("input[name=email]", `${who}@demo.example`);
  await page.fill("input[name=password]", "puente-demo");
  await page.locator("main form button[type=submit]").first().click();
  await page.waitForLoadState("load");
  return page;
};
const page = await signIn("coordinator", 1280);
const code = process.argv[2];
const fill = async (title: string, cls: string, file: { name: string; mimeType: string; buffer: Buffer } | null) => {
  await page.goto(`${base}/es/desk/workshops/${code}/materials/new`);
  await page.fill("input[name=title]", title);
  await page.check(`input[name=class][value=${cls}]`);
  if (file) await page.setInputFiles("input[name=file]", file);
  await page.locator("main form button").last().click();
  await page.waitForLoadState("load");
  console.log(
    title,
    page.url(),
    (
      await page
        .locator("main [role=alert], main [role=status]")
        .first()
        .textContent()
        .catch(() => "-")
    )?.slice(0, 150),
  );
};
await fill("sin archivo", "public", null);
await fill("", "public", {
  name: "a.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from(plainPdf([{ media: "0 0 612 792" }])),
});
await fill("exe", "public", { name: "a.pdf", mimeType: "application/pdf", buffer: Buffer.from("MZ") });
await fill("grande", "public", {
  name: "a.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(11_000_000)]),
});
await fill("enorme", "public", {
  name: "a.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(40_000_000)]),
});
await page.screenshot({ path: "/tmp/wt/files-shot2.png", fullPage: true });
await fill("conf txt", "confidential", { name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("hola") });
await page.screenshot({ path: "/tmp/wt/files-shot.png", fullPage: true });
await fill("Guía pública", "public", {
  name: "Guía – 手引き.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from(plainPdf([{ media: "0 0 612 792" }])),
});
await fill("Reservado", "confidential", {
  name: "r.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from(plainPdf([{ media: "0 0 612 792", rotate: 90 }])),
});
const official = await signIn("official-mx", 390);
await official.goto(`${base}/es/workshops/${code}`);
await official.screenshot({ path: "/tmp/wt/files-shot3.png", fullPage: true });
await official.goto(`${base}/es/me/materials`);
await official.screenshot({ path: "/tmp/wt/files-shot4.png", fullPage: true });
const link = official.getByText("Concealment methods").first();
const [d] = await Promise.all([official.waitForEvent("download"), link.click()]);
writeFileSync("/tmp/wt/files-conf.pdf", readFileSync(await d.path()));
console.log(d.suggestedFilename(), d.url());
await browser.close();
