// For which kinds of alarm and of event does the table of competences name an office?
import { alarmKindOf, alarmKinds, alarmKindWords } from '../duty/kinds.ts'
import { type Text, text } from '../language/words.ts'
import type { OfficeKind } from '../organisation/offices.ts'

/** Kinds of event by which an emergency begins. */
export const eventKinds = {
  fire: text('火灾', 'Fire'),
  explosion: text('爆炸', 'Explosion'),
  leak: text('泄漏', 'Leak'),
  collapse: text('坍塌', 'Collapse'),
  poisoning: text('中毒窒息', 'Poisoning or suffocation'),
  traffic: text('交通运输事故', 'Traffic'),
  lift: text('电梯事故', 'Lift'),
  equipment: text('特种设备事故', 'Special equipment'),
  other: text('其他突发事件', 'Other'),
} as const satisfies Record<string, Text>

export type EventKind = keyof typeof eventKinds

/** Under which name the table knows a kind of alarm; one that nobody knows is `other`. */
export const alarmMatter = (kind: unknown): string => `alarm:${alarmKindOf(kind)}`

/** The same of a kind of event. */
export const eventMatter = (kind: unknown): string =>
  `event:${typeof kind === 'string' && Object.hasOwn(eventKinds, kind) ? kind : 'other'}`

/** Every matter of the table in its order, in words. */
export const matters: Record<string, Text> = Object.fromEntries([
  ...Object.keys(alarmKinds).map((kind): [string, Text] => {
    const words = alarmKindWords[alarmKindOf(kind)]
    return [alarmMatter(kind), text(`报警：${words.zh}`, `Alarm: ${words.en}`)]
  }),
  ...Object.entries(eventKinds).map(([kind, words]): [string, Text] => [
    eventMatter(kind),
    text(`事件：${words.zh}`, `Event: ${words.en}`),
  ]),
])

export const isMatter = (name: string): boolean => Object.hasOwn(matters, name)

/** Offices that keep a duty post; what the command keeps is dealt with as emergency management deals with it. */
export const competentKinds = [
  'command',
  'fire',
  'transport',
  'market-regulation',
  'environment',
  'water-resources',
  'housing',
  'health',
] as const satisfies OfficeKind[]

export type CompetentKind = (typeof competentKinds)[number]

export const isCompetentKind = (kind: string): kind is CompetentKind =>
  (competentKinds as readonly string[]).includes(kind)
