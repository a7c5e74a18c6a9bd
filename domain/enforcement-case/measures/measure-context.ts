// What does the chart of a measure remember, and what of its case do its rules see?
import { stringIn } from '../../model/event-reading.ts'
import type { CaseEvent, ItemDefinition, Rule } from '../../model/process.ts'
import { civilDate, instant } from '../../time/instant.ts'
import { todayOf } from '../memory/penalties.ts'
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
  }
}

/** 强制法 27: what the penalty of the case, or its annulment, makes of things whose confiscation was proposed. Total. */
export const followPenalty: NonNullable<ItemDefinition['follows']> = ({ context }, ofCase) => {
  const { confiscation } = context
  if (confiscation !== 'proposed' && confiscation !== 'decided') return null
  if (ofCase.annulled === true) return 'measure-released'
  if (confiscation === 'decided' || typeof ofCase.decidedOn !== 'string') return null
  return ofCase.confiscates === true ? 'things-confiscated' : 'measure-released'
}

/** By the names of the chart's actions. */
export const measureNotes = {
  noteMeasureApproved: ({ event }) => ({ approvedOn: todayOf(event) }),
  noteMeasureTaken: ({ event }) => ({ takenOn: stringIn(event, 'takenOn') }),
  noteMeasureExtended: () => ({ extended: true }),
  noteMeasureLapsed: () => ({ lapsed: true, confiscation: null }),
  noteSentToTest: ({ event }) => ({ testUntil: stringIn(event, 'testUntil'), tested: true }),
  noteTested: () => ({ testUntil: null }),
  noteConfiscationProposed: () => ({ confiscation: 'proposed' }),
  noteConfiscated: () => ({ confiscation: 'decided' }),
  noteConfiscationOff: () => ({ confiscation: null }),
  noteMeasureReleased: () => ({ confiscation: null, released: true }),
} satisfies Record<string, MeasureNote>
