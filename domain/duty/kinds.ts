// What kinds of alarm are there, and what holds of each: words, danger, guide values, what to do first, how it is warned of?
import { type Text, text } from '../language/words.ts'
import type { categories } from './cap-categories.ts'
import type { AlarmLevel } from './views.ts'

/**
 * How a point of the kind is watched unless the registry says otherwise: percent of the range, seconds, levels of the first and the outer
 * limit. `lateMinutes`: what is older when it is heard was reported late. `overCounts` false: beyond the instrument's range nothing is exceeded.
 */
type Measured = {
  deadband: number
  on: number
  off: number
  first: AlarmLevel
  outer: AlarmLevel
  lateMinutes?: number
  overCounts?: false
}

export type KindFacts = {
  words: Text
  /** It kills at once: at level 1 nobody away from the plant puts it aside, no flood holds it back, and its condition goes by its name. */
  deadly?: true
  /** It rings until somebody on site resets it. */
  latching?: true
  /** An acknowledged alarm that still stands rings again after so many minutes (IEC 62682, ReAlarmTime of OPC UA Part 9). */
  reAlarmMinutes: number
  /** Null: no point measures it, devices tell it. */
  measured: Measured | null
  /** What follows when nobody acts, and what the desk does first. */
  consequence: Text
  firstAct: Text
  /** How CAP calls it, and how far around it holds until somebody has judged it, km; null: a matter of the equipment. */
  warning: { category: (typeof categories)[number]; words: Text; km: number } | null
  /** What an emergency that begins with it is called until somebody has verified it: by what follows when nobody acts. */
  event: 'fire' | 'explosion' | 'leak' | 'traffic' | 'lift' | 'other'
}

const measure = (
  deadband: number,
  on: number,
  off: number,
  first: AlarmLevel,
  outer: AlarmLevel,
  more: Partial<Measured> = {},
) => ({
  deadband,
  on,
  off,
  first,
  outer,
  ...more,
})

/** The one list of kinds. Guide values of IEC 62682 practice to begin with; gas by the two levels of GB/T 50493-2019. */
export const alarmKinds = {
  level: {
    words: text('液位', 'Level'),
    reAlarmMinutes: 60,
    measured: measure(5, 60, 60, 3, 2),
    consequence: text('冒罐或抽空，可能泄漏', 'Overfill or empty tank: a leak may follow'),
    firstAct: text(
      '电话核实液位，停止进（出）料',
      'Verify the level by telephone; stop feeding or drawing',
    ),
    warning: null,
    event: 'leak',
  },
  pressure: {
    words: text('压力', 'Pressure'),
    reAlarmMinutes: 60,
    measured: measure(2, 15, 15, 3, 2),
    consequence: text('超压，可能泄放或破裂', 'Over-pressure: relief or rupture may follow'),
    firstAct: text(
      '电话核实压力，请企业泄压或停车',
      'Verify by telephone; ask to relieve or shut down',
    ),
    warning: null,
    event: 'explosion',
  },
  temperature: {
    words: text('温度', 'Temperature'),
    reAlarmMinutes: 60,
    measured: measure(1, 60, 60, 3, 2),
    consequence: text('超温，可能反应失控', 'Over-temperature: a reaction may run away'),
    firstAct: text(
      '电话核实温度，请企业降温或紧急停车',
      'Verify by telephone; ask to cool or shut down',
    ),
    warning: null,
    event: 'explosion',
  },
  flow: {
    words: text('流量', 'Flow'),
    reAlarmMinutes: 120,
    measured: measure(5, 15, 15, 3, 3),
    consequence: text(
      '流量异常，工况可能失稳',
      'Flow out of range: the process may become unstable',
    ),
    firstAct: text('电话核实工况', 'Verify by telephone'),
    warning: null,
    event: 'other',
  },
  gas: {
    words: text('可燃有毒气体', 'Gas'),
    deadly: true,
    latching: true,
    reAlarmMinutes: 30,
    measured: measure(2, 0, 30, 2, 1),
    consequence: text(
      '可燃有毒气体泄漏，可能燃爆、中毒',
      'Gas is escaping: explosion or poisoning may follow',
    ),
    firstAct: text(
      '电话核实，切断来源，撤离人员，禁止动火',
      'Verify by telephone; cut the source, move people away, no hot work',
    ),
    warning: {
      category: 'CBRNE',
      words: text('可燃或有毒气体', 'Combustible or toxic gas'),
      km: 0.5,
    },
    event: 'leak',
  },
  fire: {
    words: text('火灾', 'Fire'),
    deadly: true,
    latching: true,
    reAlarmMinutes: 30,
    measured: measure(0, 0, 0, 1, 1),
    consequence: text('火灾，可能有人被困', 'Fire: people may be trapped'),
    firstAct: text(
      '电话核实并报 119，确认疏散',
      'Verify by telephone, call 119, make sure that people leave',
    ),
    warning: { category: 'Fire', words: text('火灾', 'Fire'), km: 0.3 },
    event: 'fire',
  },
  pollution: {
    words: text('污染物', 'Pollution'),
    reAlarmMinutes: 360,
    // An analyser gives the sample of two hours ago as its present value. Exceedance is a matter of evidence: flag T is none.
    measured: measure(0, 0, 0, 3, 3, { lateMinutes: 300, overCounts: false }),
    consequence: text('超标排放', 'Discharge beyond the limit'),
    firstAct: text(
      '通知生态环境局，请企业查治理设施',
      'Tell the environment bureau; ask to check the treatment',
    ),
    warning: { category: 'Env', words: text('污染物超标', 'Pollution'), km: 0.5 },
    event: 'other',
  },
  'water-level': {
    words: text('水位', 'Water level'),
    reAlarmMinutes: 120,
    measured: measure(1, 60, 60, 3, 2, { lateMinutes: 90 }),
    consequence: text(
      '水位超限，可能漫坝或淹没',
      'Water beyond the limit: overtopping or flooding may follow',
    ),
    firstAct: text('通知水利局，查雨情和闸门', 'Tell the water bureau; check rain and gates'),
    warning: { category: 'Infra', words: text('水位超限', 'Water level'), km: 2 },
    event: 'other',
  },
  position: {
    words: text('车辆', 'Vehicle'),
    reAlarmMinutes: 60,
    measured: measure(0, 0, 0, 3, 3),
    consequence: text(
      '车辆偏离或违规，危险品可能失控',
      'A vehicle off its way or rule: dangerous goods may be at risk',
    ),
    firstAct: text('联系运输企业和驾驶员', 'Call the carrier and the driver'),
    warning: {
      category: 'Transport',
      words: text('危险货物运输', 'Dangerous goods on the road'),
      km: 0.5,
    },
    event: 'traffic',
  },
  trapped: {
    words: text('电梯困人', 'People trapped in a lift'),
    deadly: true,
    reAlarmMinutes: 30,
    measured: null,
    consequence: text('有人被困', 'Somebody is trapped'),
    firstAct: text(
      '联系维保单位和 96333，安抚乘客',
      'Call the maintenance firm and 96333; speak to the passenger',
    ),
    warning: { category: 'Rescue', words: text('人员被困', 'People trapped'), km: 0.1 },
    event: 'lift',
  },
  emergency: {
    words: text('紧急求救', 'Call for help'),
    deadly: true,
    reAlarmMinutes: 30,
    measured: null,
    consequence: text('现场有人求助', 'Somebody calls for help'),
    firstAct: text(
      '立即电话核实，必要时报 110、119、120',
      'Call back at once; 110, 119 or 120 if needed',
    ),
    warning: { category: 'Rescue', words: text('紧急求助', 'Call for help'), km: 0.2 },
    event: 'other',
  },
  other: {
    words: text('其他', 'Other'),
    reAlarmMinutes: 240,
    measured: measure(1, 15, 15, 3, 2),
    consequence: text('后果待核实', 'What may follow is to be found out'),
    firstAct: text('电话核实现场情况', 'Verify by telephone'),
    warning: null,
    event: 'other',
  },
} as const satisfies Record<string, KindFacts>

export type AlarmKind = keyof typeof alarmKinds
const everyKind = Object.keys(alarmKinds) as AlarmKind[]

/** Kinds that a point of the registry may have. */
export type PointKind = {
  [Kind in AlarmKind]: (typeof alarmKinds)[Kind]['measured'] extends null ? never : Kind
}[AlarmKind]
export const pointKinds = everyKind.filter(
  (kind): kind is PointKind => alarmKinds[kind].measured !== null,
)

export const alarmKindOf = (kind: unknown): AlarmKind =>
  typeof kind === 'string' && Object.hasOwn(alarmKinds, kind) ? (kind as AlarmKind) : 'other'

/** What holds of a kind; one that nobody knows is `other`. */
export const kindFacts = (kind: unknown): KindFacts => alarmKinds[alarmKindOf(kind)]

export const isDeadlyKind = (kind: unknown): boolean => kindFacts(kind).deadly === true

export const alarmKindWords = Object.fromEntries(
  everyKind.map((kind) => [kind, alarmKinds[kind].words]),
) as Record<AlarmKind, Text>

/** What kills within minutes: nobody but the plant puts it aside at level 1. */
export const deadlyKinds: readonly AlarmKind[] = everyKind.filter(isDeadlyKind)
const deadly = deadlyKinds.map(kindFacts)

/** Said to whoever would put aside what kills, at the desk and in the case alike. */
export const onlyThePlantPutsAside = text(
  `一级${deadly.map(({ words }) => words.zh).join('、')}报警不得由市、县搁置或屏蔽，只能由企业现场处置`,
  `At level 1 (${deadly.map(({ words }) => words.en.toLowerCase()).join(', ')}) nothing is put aside by the city or the county, only by the plant itself`,
)

/** Said to whoever would take out of service, under a permit too, what rings and nobody has acknowledged. */
export const acknowledgedFirst = text(
  `该范围内有一级${deadly.map(({ words }) => words.zh).join('、')}报警未接警：先由负责的值班员接警核实，再停用`,
  `An alarm of level 1 (${deadly.map(({ words }) => words.en.toLowerCase()).join(', ')}) rings there unacknowledged: whose it is acknowledges it first`,
)
