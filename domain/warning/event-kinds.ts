// Of what can be warned, what does CAP call it, and how far around does it hold until somebody has judged it?
import type { Text } from '../case/words.ts'
import type { categories } from './cap-shape.ts'

type EventKind = { category: (typeof categories)[number]; words: Text; km: number }

export const eventKinds = {
  fire: { category: 'Fire', words: { zh: '火灾', en: 'Fire' }, km: 0.3 },
  gas: { category: 'CBRNE', words: { zh: '可燃或有毒气体', en: 'Combustible or toxic gas' }, km: 0.5 },
  trapped: { category: 'Rescue', words: { zh: '人员被困', en: 'People trapped' }, km: 0.1 },
  emergency: { category: 'Rescue', words: { zh: '紧急求助', en: 'Call for help' }, km: 0.2 },
  pollution: { category: 'Env', words: { zh: '污染物超标', en: 'Pollution' }, km: 0.5 },
  'water-level': { category: 'Infra', words: { zh: '水位超限', en: 'Water level' }, km: 2 },
  position: { category: 'Transport', words: { zh: '危险货物运输', en: 'Dangerous goods on the road' }, km: 0.5 },
  safety: { category: 'Safety', words: { zh: '设备安全', en: 'Safety of equipment' }, km: 0.2 },
} as const satisfies Record<string, EventKind>

export type EventKindName = keyof typeof eventKinds
export const eventKindNames = Object.keys(eventKinds) as EventKindName[]

/** By what the condition is, else by what its point measures. */
export const eventKindOf = (alarm: { condition: string; kind: string }): EventKindName =>
  [alarm.condition, alarm.kind].find((one): one is EventKindName => Object.hasOwn(eventKinds, one)) ?? 'safety'
