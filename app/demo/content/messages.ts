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

/** One has gone, and whoever reads Japanese got it in Spanish; one waits for its time, in all three languages. */
export const messages: MessageContent[] = [
  {
    workshop: online,
    minutesAgo: 90,
    inDays: null,
    texts: {
      es: {
        subject: "Prueba de conexión antes de la primera sesión",
        body: "Apreciable {nombre}:\n\nAntes de la primera sesión, pruebe su cámara y sus audífonos.\nPróxima sesión: {próxima sesión}.\n\nEl programa completo está en {enlace}\n\nSaludos cordiales,\n{coordinación}",
      },
      en: {
        subject: "Test your connection before the first session",
        body: "Dear {name},\n\nPlease test your camera and headphones before the first session.\nNext session: {next session}.\n\nThe whole timetable is at {link}\n\nKind regards,\n{coordinator}",
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
        body: "Apreciable {nombre}:\n\nPara la segunda sesión, elija un caso de su trabajo y descríbalo en una página.\n\nSaludos cordiales,\n{coordinación}",
      },
      ja: {
        subject: "第2回セッションの事例について（{ワークショップ}）",
        body: "{氏名}様\n\n第2回のセッションに向けて、業務で扱った事例を一つ選び、1ページにまとめておいてください。\n\nどうぞよろしくお願いいたします。\n{運営担当}",
      },
      en: {
        subject: "Cases for the second session of {workshop}",
        body: "Dear {name},\n\nFor the second session, please choose a case from your work and describe it on one page.\n\nKind regards,\n{coordinator}",
      },
    },
  },
];
