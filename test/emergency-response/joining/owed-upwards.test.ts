// What does the main case owe upwards once a later report of its event is joined to it?
import { describe, expect, it } from 'vitest'
import { emergencyResponse } from '../../../domain/emergency-response/process.ts'
import { obeyLink } from '../../../domain/engine/linked.ts'
import type { CaseRecord } from '../../../domain/model/record.ts'
import { later } from '../../../domain/time/instant.ts'
import { playing } from '../../case/acting.ts'
import { actor } from '../../support/people/cast.ts'
import { decisionContextAt } from '../../support/walks/walk.ts'
import { emergency, type Line } from '../playing.ts'
import { called, start } from '../samples.ts'

const joining = { mainCase: '试〔2026〕0号', mainCaseId: 'c-0', reason: '同一处火情' }
const verified: Line[] = [['dan', 'verify']]

describe('what is owed upwards', () => {
  const at = later(start, 60_000)
  /** The main case, once the later one has been joined to it. */
  const mainAfter = (main: ReturnType<typeof emergency>, later: ReturnType<typeof emergency>) => {
    const told = later.effects.find((one) => one.kind === 'act')
    if (told?.kind !== 'act') throw new Error('nothing was told')
    const data = { ...told.data, joinedCase: '衢柯应急〔2026〕0002号' }
    const record = { ...main.record(), id: 'c-0', number: joining.mainCase }
    const sent = { type: 'case-joined', data, at }
    return obeyLink(emergencyResponse, record, sent, decisionContextAt(at)).record
  }
  const stands = (record: CaseRecord, clock: string) => {
    const one = record.obligations.findLast((each) => each.clock === clock)
    return one && [one.status, one.startedAt]
  }
  const earlier = later(start, -20 * 60_000)
  const dead = { ...called, dead: 3, happenedAt: earlier, receivedAt: earlier }
  const atCity = (...lines: Line[]) =>
    emergency(dead, { by: 'du' }, ...lines, ['du', 'join-case', joining])
  const ofCity = ['city-phone', 'city-report', 'city-informing', 'city-info-phone']

  it('stays owed since the city was told, with the larger number, though its own county reports still', () => {
    const record = mainAfter(emergency({ ...called, dead: 1 }, {}), atCity())
    expect(ofCity.map((clock) => stands(record, clock))).toEqual(
      ofCity.map(() => ['running', earlier]),
    )
    expect(record.snapshot.context).toMatchObject({
      figures: { dead: 3 },
      grave: true,
      cityReceivedAt: earlier,
      reached: 'city',
      countyReportedAt: null,
    })
    expect(stands(record, 'county-report')).toEqual(['running', start])
    const play = playing(emergencyResponse, actor('dan'), called, start, record)
    play.act(actor('dan'), 'report-to-city', { course: '火势增大', measures: '扑救' })
    expect(ofCity.map((clock) => stands(play.record(), clock))).toEqual(
      ofCity.map(() => ['running', earlier]),
    )
    expect(play.record().snapshot.context).toMatchObject({ reached: 'city', cityHeardAt: earlier })
    play.act(actor('dan'), 'withdraw-report', { reason: '笔误' })
    expect(play.record().snapshot.context.cityReceivedAt).toBe(earlier)
    expect(stands(play.record(), 'city-informing')).toEqual(['running', earlier])
  })

  it('is owed by the city no more where it was done in the other case, and by the county still', () => {
    const phoned = { phonedAt: start, to: '省厅', content: '三死' }
    const done = atCity(['du', 'city-report-by-phone', phoned], ['du', 'report-to-province'])
    const record = mainAfter(emergency(called, {}), done)
    expect(
      ['county-report', 'city-phone', 'city-report'].map((one) => stands(record, one)),
    ).toEqual([['running', start], ['met', earlier], undefined])
    expect(record.snapshot.context).toMatchObject({ reached: 'province', reported: true })
    expect(stands(record, 'continued-report')?.[0]).toBe('running')
    expect(JSON.stringify(record.snapshot.value)).toContain('"reporting":"standing"')
    const play = playing(emergencyResponse, actor('dan'), called, at, record)
    play.act(actor('dan'), 'report-to-city', { course: '火势增大', measures: '扑救' })
    expect(stands(play.record(), 'county-report')?.[0]).toBe('met')
  })

  it('outweighs that the main case was found not to be reported', () => {
    const waived = emergency(called, {}, ...verified, ['gao', 'no-response'], ['dan', 'no-report'])
    const record = mainAfter(waived, atCity())
    expect(record.snapshot.context).toMatchObject({ reportWaived: false, owesFirst: true })
    expect(stands(record, 'county-report')).toEqual(['running', at])
    expect(stands(record, 'city-informing')).toEqual(['running', earlier])
    const harmless = emergency(called, { by: 'du' }, ['du', 'join-case', joining])
    const kept = mainAfter(waived, harmless)
    expect(kept.snapshot.context.reportWaived).toBe(true)
    expect(stands(kept, 'city-informing')).toBeUndefined()
  })

  it('begins no period anew where the city was told before', () => {
    const main = emergency(dead, { by: 'du' })
    const second = emergency({ ...called, dead: 3 }, { by: 'du' }, ['du', 'join-case', joining])
    const record = mainAfter(main, second)
    expect(record.obligations).toEqual(main.record().obligations)
  })

  it('is said of nobody by a fact that cannot be read', () => {
    const record = { ...emergency(called, {}).record(), id: 'c-0' }
    const base = {
      joinedCase: '衢柯应急〔2026〕0002号',
      receivedAt: start,
      figures: '不明',
      reason: '同一处',
    }
    const joined = obeyLink(
      emergencyResponse,
      record,
      { type: 'case-joined', data: base, at },
      decisionContextAt(at),
    )
    expect(joined.record.obligations).toEqual(record.obligations)
  })
})
