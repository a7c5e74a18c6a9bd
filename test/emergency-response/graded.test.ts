// Does an emergency count by the amounts in force on its day, keep them, and follow when others are approved?
import { describe, expect, it } from 'vitest'
import type { EmergencyContext } from '../../domain/emergency-response/context.ts'
import { emergencyResponse } from '../../domain/emergency-response/process.ts'
import { gradeAgain, gradesOf } from '../../domain/engine/grading.ts'
import { reproject } from '../../domain/engine/reproject.ts'
import { type AmountVersion, amountsWith } from '../../domain/law/amounts/book.ts'
import { lawOf } from '../../domain/model/decision-context.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import { decreeCalendars } from '../../domain/time/decrees.ts'
import { later } from '../../domain/time/instant.ts'
import { emergency } from './playing.ts'
import { reported, start } from './samples.ts'

const injuries: AmountVersion = {
  kind: 'amount',
  amount: 'accident-level.serious-injuries',
  region: null,
  from: '2026-03-01',
  values: ['5', '50', '100'],
  norm: { zh: '试验条例', en: 'Trial regulations' },
  article: { zh: '试验条例第3条', en: 'Trial regulations art. 3' },
  confidence: 'V',
  source: '试验',
  running: null,
}
const book = (more: Partial<AmountVersion> = {}) =>
  amountsWith([{ id: 'p1', entry: { ...injuries, ...more } }])
const hurt = { ...reported, dead: 1, seriouslyHurt: 6 }
const at = later(start, 3_600_000)
const world = (amounts: ReturnType<typeof book>) => ({
  at,
  calendars: decreeCalendars,
  noticeWindowMs: 0,
  amounts,
})
const again = (record: CaseRecord, amounts: ReturnType<typeof book>) =>
  reproject(emergencyResponse, record, world(amounts), { zh: '试验', en: 'trial' })
const levelIn = ({ snapshot }: CaseRecord) => (snapshot.context as EmergencyContext).accidentLevel

describe('a version of an amount', () => {
  it('moves the grade of an emergency of its day or later, with a fact that names the version', () => {
    const record = emergency(hurt, {}).record()
    expect(levelIn(record)).toBe('general')
    const draft = again(record, book())
    expect(draft && levelIn(draft.record)).toBe('larger')
    const fact = draft?.facts.at(-1)
    expect(fact?.data).toMatchObject({
      movedPeriods: [
        { clock: 'accident-level', from: 'general', to: 'larger' },
        { clock: 'reported-to-province', from: 'no', to: 'yes' },
      ],
      countedBy: [{ id: injuries.amount, entered: 'p1' }],
    })
    const begun = draft?.record.obligations.filter(({ status }) => status === 'running')
    expect(begun?.map(({ clock }) => clock)).toContain('county-phone')
    expect(draft?.record.undo).toBeNull()
  })

  it('leaves an earlier emergency alone, unless it includes what has begun', () => {
    const record = emergency(hurt, {}).record()
    expect(again(record, book({ from: '2026-03-03' }))).toBeNull()
    const included = again(record, book({ from: '2026-03-03', running: '附则' }))
    expect(included && levelIn(included.record)).toBe('larger')
  })

  it('counts in its own place only', () => {
    const record = emergency(hurt, {}).record()
    expect(again(record, book({ region: '330881' }))).toBeNull()
    expect(again(record, book({ region: '330800' }))).not.toBeNull()
  })

  it('is kept where it moves no grade yet, so that later numbers count by it', () => {
    const record = emergency({ ...hurt, seriouslyHurt: 1 }, {}).record()
    const draft = again(record, book())
    expect(draft?.facts.at(-1)?.data.movedPeriods).toEqual([])
    expect(draft && gradeAgain(emergencyResponse, draft.record, book(), at)).toBeNull()
  })

  it('taken back, gives the case its old grade again', () => {
    const record = emergency(hurt, {}).record()
    const graver = again(record, book())
    const back = graver && again(graver.record, amountsWith([]))
    expect(back && levelIn(back.record)).toBe('general')
    expect(back?.facts.at(-1)?.data.countedBy).toEqual([])
  })

  it('follows a correction of the day of the event', () => {
    const record = emergency(hurt, {}).record()
    const law = lawOf(world(book({ from: '2026-03-02' })), record)
    const fact = {
      type: 'report-emergency',
      was: { happenedAt: hurt.happenedAt },
      is: { ...hurt, happenedAt: '2026-03-02T00:00:00.000Z' },
    }
    expect(emergencyResponse.corrected?.(record, fact, law)).toMatchObject({
      accidentLevel: 'larger',
      countedBy: [{ id: injuries.amount }],
    })
  })
})

it('every grade has words for each of its values', () => {
  const { graded } = emergencyResponse
  const record = emergency(hurt, {}).record()
  for (const { grade, value } of gradesOf(emergencyResponse, record))
    expect(Object.values(graded?.grades[grade]?.values ?? {})).toContainEqual(value)
})
