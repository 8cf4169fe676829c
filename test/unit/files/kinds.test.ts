import { describe, expect, test } from "vitest";
import { cleanName, faultOfParts, kindOfName } from "#app/files/kinds.rules.ts";
import { faultOfEnd, faultOfHead } from "#app/files/sniff.ts";
import { zipNames } from "#app/files/zip-names.ts";
import { longPdf } from "#test/support/plain-pdf.ts";

/** A ZIP archive of empty parts, as a document has them. */
function archive(...names: string[]): Buffer {
  const heads = names.map((name) => {
    const head = Buffer.alloc(30 + name.length);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(name.length, 26);
    head.write(name, 30, "latin1");
    return head;
  });
  let at = 0;
  const entries = names.map((name, i) => {
    const entry = Buffer.alloc(46 + name.length);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    entry.write(name, 46, "latin1");
    at += heads[i]?.length ?? 0;
    return entry;
  });
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(Buffer.concat(entries).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...heads, ...entries, end]);
}

describe("what a file is", () => {
  test.each([
    ["guía.PDF", "pdf"],
    ["foto.JPEG", "jpg"],
    ["a.exe", null],
    ["sin punto", null],
    ["a.pdf.svg", null],
    ["a.constructor", null],
  ])("%s says that it is %s", (name, kind) => expect(kindOfName(name)).toBe(kind));

  test.each([
    ["pdf", Buffer.from(longPdf(5_000)), null],
    ["pdf", Buffer.from("MZ\u0090\0\u0003\0\0\0"), "notWhatItSays"],
    ["pdf", Buffer.from("<html>"), "notWhatItSays"],
    ["png", Buffer.from(longPdf(5_000)), "notWhatItSays"],
    ["csv", Buffer.from("a,b\n1,ñ"), null],
    ["csv", Buffer.from([0x93, 0xfa, 0x96, 0x7b, 0x0a]), null],
    ["txt", Buffer.from([0xff, 0xfe, 0x61, 0x00]), null],
    ["txt", Buffer.from("a\0b"), "notWhatItSays"],
    ["csv", archive("a.txt"), "notWhatItSays"],
    ["xlsx", archive("a.txt"), null],
  ] as const)("as %s, its first bytes tell %#", async (kind, head, fault) => {
    expect(await faultOfHead(kind, head)).toBe(fault);
  });

  test("a document is told by the parts in its directory", () => {
    const names = ["[Content_Types].xml", "word/document.xml"];
    const docx = archive(...names);
    expect(zipNames(docx, docx.length)).toEqual(names);
    // only its end is at hand
    const long = Buffer.concat([Buffer.alloc(1_000_000), docx]);
    expect(zipNames(docx.subarray(10), docx.length)).toEqual(names);
    expect(zipNames(long.subarray(-50), long.length)).toBeNull();
    expect(faultOfEnd("docx", docx, docx.length)).toBeNull();
    expect(faultOfEnd("xlsx", docx, docx.length)).toBe("notWhatItSays");
    expect(faultOfEnd("xlsx", Buffer.from("no archive"), 10)).toBe("notWhatItSays");
    expect(faultOfParts("docx", [...names, "word/vbaProject.bin"])).toBe("hasMacros");
  });

  test.each([
    ["C:\\Users\\ana\\Guía – 手引き.pdf", "Guía – 手引き.pdf"],
    ["../../etc/passwd.txt", "passwd.txt"],
    ["a\u0000b\r\n\u202egpj.pdf", "a_b_gpj.pdf"],
    [`${"ñ".repeat(300)}.pdf`, `${"ñ".repeat(156)}.pdf`],
  ])("a name is kept without what no file system takes: %#", (sent, kept) => expect(cleanName(sent)).toBe(kept));
});
