import { z } from "zod";
import { type Locale, locales } from "#app/i18n/locales.ts";
import { optionalText } from "#app/web/fields.ts";
import { hasUntoldReason, untoldFields, untoldReasonNeeded } from "#app/workshops/form.ts";

/** The field of a session's title in one language. */
export const titleField = (number: number, locale: Locale) => `title.${number}.${locale}`;

const title = optionalText(160);

/** `title.{n}.{locale}` for each session of a workshop. */
export const titlesForm = z
  .object(untoldFields)
  .catchall(z.unknown())
  .refine(hasUntoldReason, untoldReasonNeeded)
  .transform(({ isUntold, untoldReason, ...fields }, context) => {
    const titles = new Map<number, Partial<Record<Locale, string>>>();
    for (const [name, value] of Object.entries(fields)) {
      const [, number, language] = /^title\.([1-9]\d{0,3})\.(\w+)$/.exec(name) ?? [];
      const locale = locales.find((one) => one === language);
      if (!number || !locale) continue;
      const parsed = title.safeParse(value);
      if (parsed.success) titles.set(Number(number), { ...titles.get(Number(number)), [locale]: parsed.data });
      else context.addIssue({ code: "custom", path: [name], message: parsed.error.issues[0]?.message ?? "" });
    }
    return { isUntold, untoldReason, titles };
  });
