// What does the chart of a measure remember, and what of its case do its rules see?
import { stringIn } from '../../model/event-reading.ts'
import type { CaseEvent, ItemDefinition, Rule } from '../../model/process.ts'
import { civilDate, instant } from '../../time/instant.ts'
import { fenOf, yuanOf } from '../memory/agreed.ts'
import type { EnforcementContext, PersonPenalty } from '../memory/context.ts'
import { remembered, todayOf } from '../memory/penalties.ts'
import { fineOf } from '../memory/person-fines.ts'
import { isMeasureKind, type MeasureKind } from './taking.ts'

export type MeasureContext = {
  kind: MeasureKind
  /** Who has proposed or taken it; null: not known. */
  proposer: string | null
  /** 补办批准: the very moment of what was taken before anybody had approved it. */
  takenAt: string | null
  approvedOn: string | null
  /** From which day the period runs; null: nothing was taken yet. */
  takenOn: string | null
  /** 强制法 25: once only. */
  extended: boolean
  /** It has lifted itself at the end of its period. */
  lapsed: boolean
  /** 提请没收, and whether the penalty has confiscated; null: neither. */
  confiscation: 'proposed' | 'decided' | null
  /** 强制法 25(3): the last day of a test whose result is not known; null: none is. */
  testUntil: string | null
  /** One was fixed whose days are left out of the period; absent: none was. */
  tested?: boolean
  /** The penalty did not confiscate, or was annulled. */
  released: boolean
  /** The how manieth measure of the case; why it is taken, and of what: to know the same things again. */
  nth: number
  /** The number of the further party whose things they are; absent: they are those of the party of the case. */
  owner?: number
  ground: string
  things: string[]
  /** What the things were sold for, in yuan; absent: they were not. */
  proceeds?: number
}
export type MeasureRule = Rule<MeasureContext>
type MeasureNote = (input: {
  context: MeasureContext
  event: Omit<CaseEvent, 'type'>
}) => Partial<MeasureContext>

/** The moment of a form, where it is one. Total. */
export const momentIn = (event: Pick<CaseEvent, 'data'> | undefined): string | null => {
  const takenAt = stringIn(event, 'takenAt')
  return takenAt !== null && Number.isFinite(Date.parse(takenAt)) ? takenAt : null
}

/** The day of a moment that was written down. */
export const dayOfMoment = (moment: string): string => civilDate(instant(Date.parse(moment)))

/** The context of a measure that has just been proposed or taken. XState also calls this without input. */
export const begunMeasure = (event: CaseEvent | undefined): MeasureContext => {
  const kind = event?.data.kind
  const takenAt = kind === 'on-the-spot' ? momentIn(event) : null
  return {
    kind: isMeasureKind(kind) ? kind : 'registration',
    proposer: stringIn({ data: event?.ofCase ?? {} }, 'measureBy'),
    takenAt,
    approvedOn: null,
    takenOn: takenAt === null ? null : dayOfMoment(takenAt),
    extended: false,
    lapsed: false,
    confiscation: null,
    testUntil: null,
    released: false,
    nth: event?.nth ?? 0,
    ...(typeof event?.data.owner === 'number' ? { owner: event.data.owner } : {}),
    ground: unspaced(stringIn(event, 'ground') ?? ''),
    things: thingsIn(event),
  }
}

/** As it is compared: blanks and stops are not what is meant. */
const unspaced = (words: string): string => words.replace(/[\s，。、；,.;]/gu, '').slice(0, 500)

/** By name and kind, as the list of what was taken tells them. */
export const thingsIn = (event: Pick<CaseEvent, 'data'> | undefined): string[] =>
  Array.isArray(event?.data.things)
    ? event.data.things.slice(0, 50).map((row: unknown) => {
        const { name, model } = (row ?? {}) as Record<string, unknown>
        return unspaced([name, model].filter((one) => typeof one === 'string').join('')).slice(
          0,
          60,
        )
      })
    : []

const seizes = ({ kind }: MeasureContext): boolean => kind !== 'registration'

/** 强制法 25, 28: what has lifted itself is remembered, so that its period is not begun anew under another number. */
const lapsedIn = (
  { lapsedMeasures = [] }: Partial<EnforcementContext>,
  context: MeasureContext,
): Partial<EnforcementContext> => {
  const { nth, ground, things, lapsed } = context
  return lapsed
    ? {
        lapsedMeasures: [
          ...lapsedMeasures.filter((one) => one.nth !== nth),
          { nth, seized: seizes(context), ground, things },
        ],
      }
    : {}
}

export const measureGoesOn: NonNullable<ItemDefinition['goesOn']> = (around, { context }) =>
  lapsedIn(remembered(around), context as MeasureContext)

/** 国家赔偿法 36: should the penalty be annulled, what things were sold for takes their place. */
const soldIn = (
  before: Partial<EnforcementContext>,
  { owner, proceeds = 0 }: MeasureContext,
): Partial<EnforcementContext> => {
  if (proceeds <= 0) return {}
  const withSale = (sum: number | undefined): number => yuanOf(fenOf(sum ?? 0) + fenOf(proceeds))
  if (owner === undefined) return { proceeds: withSale(before.proceeds) }
  return {
    personPenalties: (before.personPenalties ?? []).map((one) =>
      one.nth === owner ? { ...one, proceeds: withSale(one.proceeds) } : one,
    ),
  }
}

export const measureEnds: NonNullable<ItemDefinition['ends']> = (around, { context }) => {
  const [before, own] = [remembered(around), context as MeasureContext]
  return { ...lapsedIn(before, own), ...soldIn(before, own) }
}

/** Which of the things were taken on the same ground before, by a measure that has lifted itself; null: none was. */
export const takenAgain = (
  ofCase: Record<string, unknown> | undefined,
  taken: Pick<MeasureContext, 'kind' | 'ground' | 'things'>,
): string | null => {
  const alike = (remembered(ofCase ?? {}).lapsedMeasures ?? []).filter(
    ({ seized, ground }) => seized === (taken.kind !== 'registration') && ground === taken.ground,
  )
  return taken.things.find((thing) => alike.some(({ things }) => things.includes(thing))) ?? null
}

/** `stayed`: of a person as long as his remedy is pending, for what is sold does not come back. */
type OwnersPenalty = Pick<PersonPenalty, 'servedOn' | 'confiscates'> & {
  annulled: boolean
  stayed: boolean
}

/** The penalty of whoever the things belong to; null: nothing was decided of him yet. Total. */
export const ownersPenalty = (
  { owner }: Pick<MeasureContext, 'owner'>,
  ofCase: Record<string, unknown> = {},
): OwnersPenalty | null => {
  const around = remembered(ofCase)
  if (owner === undefined)
    return typeof around.decidedOn === 'string'
      ? {
          servedOn: around.decisionServedOn ?? null,
          confiscates: around.confiscates === true,
          annulled: around.annulled === true,
          stayed: around.stayed === true,
        }
      : null
  const found = around.personPenalties?.find(({ nth }) => nth === owner)
  const { annulled = false, pendingSince = null } = fineOf(around.fines, owner) ?? {}
  return found ? { ...found, annulled, stayed: pendingSince !== null } : null
}

/** 强制法 27: what the penalty of their owner, or its annulment, makes of things whose confiscation was proposed. Total. */
export const followPenalty: NonNullable<ItemDefinition['follows']> = ({ context }, ofCase) => {
  const own = context as MeasureContext
  if (own.confiscation !== 'proposed' && own.confiscation !== 'decided') return null
  const penalty = ownersPenalty(own, ofCase)
  if (penalty?.annulled) return 'measure-released'
  if (own.confiscation === 'decided' || penalty === null) return null
  return penalty.confiscates ? 'things-confiscated' : 'measure-released'
}

/** By the names of the chart's actions. */
export const measureNotes = {
  noteMeasureApproved: ({ event }) => ({ approvedOn: todayOf(event) }),
  noteMeasureTaken: ({ event }) => ({
    takenOn: stringIn(event, 'takenOn'),
    things: thingsIn(event),
  }),
  noteConfiscatedHandled: ({ event }) =>
    typeof event.data.proceeds === 'number' ? { proceeds: event.data.proceeds } : {},
  noteMeasureExtended: () => ({ extended: true }),
  noteMeasureLapsed: () => ({ lapsed: true, confiscation: null }),
  noteSentToTest: ({ event }) => ({ testUntil: stringIn(event, 'testUntil'), tested: true }),
  noteTested: () => ({ testUntil: null }),
  noteConfiscationProposed: () => ({ confiscation: 'proposed' }),
  noteConfiscated: () => ({ confiscation: 'decided' }),
  noteConfiscationOff: () => ({ confiscation: null }),
  noteMeasureReleased: () => ({ confiscation: null, released: true }),
} satisfies Record<string, MeasureNote>
