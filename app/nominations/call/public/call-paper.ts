import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { to } from "#app/addresses.ts";
import { readFontCoverage } from "#app/documents/font-coverage.ts";
import { settable } from "#app/documents/glyphs.ts";
import type { PdfSource } from "#app/documents/pdf.ts";
import { formalDate, formalPeriod } from "#app/i18n/formal-dates.ts";
import { type Locale, textIn } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import { callView } from "#app/nominations/call/call-view.ts";
import type { CallVersion } from "#app/nominations/call/queries.ts";
import { localDate } from "#app/time/wall-time.ts";
import type { Localised } from "#app/ui/local-text.tsx";
import type { WholeWorkshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";

type Making = { workshop: WholeWorkshop; version: CallVersion; locale: Locale; t: Translator; appUrl: string };

const template = () => readFileSync(resolve(process.cwd(), "app/nominations/call/public/call.typ"), "utf8");

/** A call, ready to be laid out. The same version gives the same bytes. */
export async function callPaper(db: Reader, { workshop, version, locale, t, appUrl }: Making): Promise<PdfSource> {
  const { content, number, publishedAt } = version;
  const page = { db, locale, t, at: publishedAt, zone: null, on: workshop.startsOn };
  const call = await callView(content, page);
  const fonts = readFontCoverage();
  const own = (text: string): Localised => ({ text, lang: locale });
  const titled = textIn(workshop.texts.title, locale);
  const senders = [...call.countries.map((name) => own(t("calls:form.country", { name }))), ...call.senders];
  const venue = textIn(workshop.texts.venue, locale);
  const publishedOn = formalDate(locale, localDate(publishedAt, content.zone));
  const data = {
    lang: locale,
    title: `${t("calls:page.over")} · ${workshop.code}`,
    head: `${t("calls:page.over")} · ${workshop.code}`,
    workshop: titled.text ? titled : own(workshop.code),
    facts: [
      { term: t("calls:fact.dates"), lines: [own(formalPeriod(locale, workshop.startsOn, workshop.endsOn))] },
      { term: t("calls:fact.place"), lines: venue.text ? [venue] : [] },
      { term: t("calls:fact.sender"), lines: [own(call.sender.host), own(call.sender.other)] },
      { term: t("calls:fact.nominee"), lines: [own(call.nominee.host), own(call.nominee.other)] },
      { term: t("calls:fact.senders"), lines: senders },
      { term: t("calls:fact.most"), lines: [own(t("calls:nominees", { count: call.nomineesMax }))] },
      {
        term: t("calls:fact.forms"),
        lines: [own(t(call.hasPartA ? "calls:forms.withPartA" : "calls:forms.withoutPartA"))],
      },
    ].filter(({ lines }) => lines.length),
    parts: call.parts.map(({ part, text: { text, lang } }) => ({
      ...{ term: t(`calls:part.${part}`), lang },
      paragraphs: text.split(/\n{2,}/).map((paragraph) => paragraph.split("\n")),
    })),
    foot: t("calls:paper.foot", {
      number,
      date: publishedOn,
      address: appUrl + to.publicCall({ locale, code: workshop.code }),
    }),
  };
  const json = JSON.stringify(data, (_, value: unknown) =>
    typeof value === "string" ? settable(fonts, value) : value,
  );
  return { main: template(), files: { "/call.json": json }, createdAt: new Date(publishedAt) };
}
