import type { HeldKind, Ower, TaskAudience } from "../rules.ts";

export type TemplateTask = {
  owedBy: Ower;
  dueDays: number;
  holds: HeldKind;
  seenBy: TaskAudience;
  eraseDays: number;
};

const usual = { holds: "nothing", seenBy: "coordination", eraseDays: 30 } as const;

/**
 * What a course with journeys usually asks for before it begins; its words are in `dossier.json`. Nothing is kept where
 * a tick is enough. Numbers of passports, health, amounts and bank accounts have no place here.
 */
export const taskTemplate = {
  invitation: { ...usual, owedBy: "host", dueDays: -70 },
  passport: { ...usual, owedBy: "participant", dueDays: -60, holds: "date", eraseDays: 1 },
  authorisation: { ...usual, owedBy: "sender", dueDays: -45, holds: "date", seenBy: "sender" },
  visaRequest: { ...usual, owedBy: "participant", dueDays: -45, holds: "date" },
  flight: { ...usual, owedBy: "funder", dueDays: -30 },
  visa: { ...usual, owedBy: "participant", dueDays: -21 },
  insurance: { ...usual, owedBy: "funder", dueDays: -21, holds: "text" },
  lodging: { ...usual, owedBy: "host", dueDays: -21 },
  perDiem: { ...usual, owedBy: "funder", dueDays: -21 },
  report: { ...usual, owedBy: "participant", dueDays: -21 },
  practical: { ...usual, owedBy: "host", dueDays: -14 },
  certificateName: { ...usual, owedBy: "participant", dueDays: -14 },
  briefing: { ...usual, owedBy: "funder", dueDays: -7 },
  preTest: { ...usual, owedBy: "participant", dueDays: -1 },
} as const satisfies Record<string, TemplateTask>;

export const templateNames = Object.keys(taskTemplate) as (keyof typeof taskTemplate)[];
export type TemplateName = keyof typeof taskTemplate;
