import { writeFileSync } from "node:fs";
import { compilePdf } from "#app/documents/pdf.ts";
import { stampApart } from "#app/documents/watermark/stamp-apart.ts";

const pdf = compilePdf({
  main: '#set document(title:"a")\n#for i in range(50) [= Página #i 手引き\nTexto #pagebreak()]',
  files: {},
  createdAt: new Date(0),
});
for (let i = 0; i < 2; i++) {
  const t = performance.now();
  const r = await stampApart(pdf, "Confidencial · José Núñez · 髙橋 花子 · 2026-11-26 12:58 (UTC−6) · 7f3a9c");
  console.log(r.status, performance.now() - t, r.status === "stamped" ? r.pdf.length - pdf.length : r);
  if (r.status === "stamped") writeFileSync("/tmp/wt/files-stamped.pdf", r.pdf);
}
