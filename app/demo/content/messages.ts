import type { WorkshopContent } from "#app/demo/workshops/workshop-content.ts";
import { online } from "#app/demo/workshops/workshops-under-way.ts";
import type { Locale } from "#app/i18n/locales.ts";

export type MessageContent = {
  workshop: WorkshopContent;
  /** Minutes before the demo's beginning. */
  minutesAgo: number;
  /** Days after it; sent at once where there are none. */
  inDays: number | null;
  texts: Partial<Record<Locale, { subject: string; body: string }>>;
};

const paragraphs = (...texts: string[]) => texts.join("\n\n");

/** One has gone, and whoever reads Japanese got it in Spanish; one waits for its time, in all three languages. */
export const messages: MessageContent[] = [
  {
    workshop: online,
    minutesAgo: 90,
    inDays: null,
    texts: {
      es: {
        subject: "Prueba de conexión antes de la primera sesión",
        body: paragraphs(
          "Apreciable {nombre}:",
          "Antes de la primera sesión, pruebe su cámara y sus audífonos.\nPróxima sesión: {próxima sesión}.",
          "El programa completo está en {enlace}",
          "Saludos cordiales,\n{coordinación}",
        ),
      },
      en: {
        subject: "Test your connection before the first session",
        body: paragraphs(
          "Dear {name},",
          "Please test your camera and headphones before the first session.\nNext session: {next session}.",
          "The whole timetable is at {link}",
          "Kind regards,\n{coordinator}",
        ),
      },
    },
  },
  {
    workshop: online,
    minutesAgo: 30,
    inDays: 2,
    texts: {
      es: {
        subject: "Casos para la segunda sesión de {taller}",
        body: paragraphs(
          "Apreciable {nombre}:",
          "Para la segunda sesión, elija un caso de su trabajo y descríbalo en una página.",
          "Saludos cordiales,\n{coordinación}",
        ),
      },
      ja: {
        subject: "第2回セッションの事例について（{ワークショップ}）",
        body: paragraphs(
          "{氏名}様",
          "第2回のセッションに向けて、業務で扱った事例を一つ選び、1ページにまとめておいてください。",
          "どうぞよろしくお願いいたします。\n{運営担当}",
        ),
      },
      en: {
        subject: "Cases for the second session of {workshop}",
        body: paragraphs(
          "Dear {name},",
          "For the second session, please choose a case from your work and describe it on one page.",
          "Kind regards,\n{coordinator}",
        ),
      },
    },
  },
];
