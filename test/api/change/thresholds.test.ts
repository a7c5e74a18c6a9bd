// A threshold of penalties is entered by two people: do hearing, discussion and papers of a case follow it from its day on, and not before?
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseView } from '../../../contract/case/cases.ts'
import { enforcementCase } from '../../../domain/enforcement-case/process.ts'
import { settleCertificates } from '../../enforcement-case/certificates.ts'
import { matter, sample } from '../../enforcement-case/samples.ts'
import { act, approve, house, openHouseOfLaw, propose, start } from './calendar-house.ts'

const before = '2026-12-10'
const day = '2026-12-14'

beforeAll(async () => {
  await openHouseOfLaw({ 'enforcement-case': enforcementCase })
  await settleCertificates(house.db)
})
afterAll(() => house?.close())

const norm = { zh: '安全生产违法行为行政处罚办法（应急令18号）', en: 'MEM Order 18' }
const entered = (amount: string, values: string[]) => ({
  kind: 'amount',
  amount,
  region: null,
  from: day,
  values,
  norm,
  article: { zh: `${norm.zh}第45条`, en: `${norm.en} art. 45` },
  confidence: 'V',
  source: '应急令18号',
  running: null,
})

/** A firm for which 40,000 yuan are proposed, as far as the notice. */
const told = async (on: string): Promise<string> => {
  const { region: _, ...form } = matter
  const id = await start('lin', 'enforcement-case', { ...form, discoveredOn: on })
  const report = { ...sample('conclude-investigation'), fine: 40_000, actEnded: on }
  await act('gao', id, 'approve-filing')
  await act('lin', id, 'record-evidence', { ...sample('record-evidence'), takenOn: on })
  await act('wu', id, 'sign')
  await act('lin', id, 'conclude-investigation', { ...report, circumstances: [] })
  await act('wu', id, 'sign')
  await act('chen', id, 'approve-report')
  await act('lin', id, 'notify-penalty', sample('notify-penalty'))
  return id
}

/** As far as what the party has said is weighed: who has it next follows from the thresholds. */
const weighed = async (id: string, on: string): Promise<string[]> => {
  await act('lin', id, 'serve-notice', { ...sample('serve-notice'), servedOn: on })
  await act('mao', id, 'waive-rights', { statement: '放弃' })
  await act('lin', id, 'weigh-defence', sample('weigh-defence'))
  const { body } = await house.as('gao', `/api/cases/${id}`)
  return (body as CaseView).acts.flatMap(({ type, allowed }) => (allowed ? [type] : []))
}

const papersOf = async (id: string): Promise<string[]> => {
  const { body } = await house.as('lin', `/api/cases/${id}/documents`)
  return body.items.map(({ kind }: { kind: string }) => kind)
}

test('the thresholds of a new order count from its day on, after a dry run and a second pair of eyes', async () => {
  const earlier = await told(before)
  expect(await papersOf(earlier)).not.toContain('hearing-right')

  for (const one of [
    entered('hearing-right.large-fine', ['10000', '30000']),
    entered('required-review.large-fine', ['30000']),
  ]) {
    const tried = await house.as('shi', '/api/changes/preview', { json: { proposed: one } })
    expect([tried.status, tried.body.movedCount ?? 0]).toEqual([200, 0])
    const proposed = await propose('shi', one)
    const own = await house.as('shi', `/api/changes/${proposed.id}/approval`, { json: {} })
    expect([own.status, own.body.code]).toEqual([403, 'not-allowed'])
    await approve('yu', proposed.id)
  }

  const stillBefore = await told(before)
  expect(await papersOf(stillBefore)).not.toContain('hearing-right')
  const decidable = await weighed(stillBefore, before)
  expect(decidable).toContain('decide-penalty')
  expect(decidable).not.toContain('record-discussion')

  await house.clock.setNow(`${day}T01:00:00.000Z`)
  const after = await told(day)
  expect(await papersOf(after)).toContain('hearing-right')
  const discussed = await weighed(after, day)
  expect(discussed).toContain('record-discussion')
  expect(discussed).not.toContain('decide-penalty')
  expect(await papersOf(earlier)).not.toContain('hearing-right')
})
