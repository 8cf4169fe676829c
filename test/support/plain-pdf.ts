/** A page of a document made by hand. */
type PlainPage = { media?: string; crop?: string; rotate?: number };

/**
 * The smallest PDF with these pages; each says its number in words that can be found.
 * @param inherited what the tree above the pages says for all of them, such as `/Rotate 90`
 */
export function plainPdf(pages: PlainPage[], inherited = ""): Uint8Array {
  const kids = pages.map((_, i) => `${4 + 2 * i} 0 R`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} ${inherited} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ...pages.flatMap(({ media, crop, rotate }, i) => {
      const own = [media && `/MediaBox [${media}]`, crop && `/CropBox [${crop}]`, rotate && `/Rotate ${rotate}`];
      const text = `BT /F1 24 Tf 150 300 Td (Page ${i + 1}) Tj ET`;
      const resources = "/Resources << /Font << /F1 3 0 R >> >>";
      return [
        `<< /Type /Page /Parent 2 0 R ${own.filter(Boolean).join(" ")} ${resources} /Contents ${5 + 2 * i} 0 R >>`,
        `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
      ];
    }),
  ];
  let body = "%PDF-1.7\n";
  const offsets = objects.map((object, i) => {
    const at = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, "0")} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join("")}`;
  return Buffer.from(
    `${body}${table}trailer << /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`,
    "latin1",
  );
}

/** So many bytes that begin as a PDF does. */
export function longPdf(bytes: number): Uint8Array {
  const pdf = Buffer.alloc(bytes, "x");
  pdf.write("%PDF-1.7\n");
  return pdf;
}
