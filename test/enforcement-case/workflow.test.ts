// How does an enforcement case live on the real Temporal: does the time to speak lapse by itself, does it end, and does a hazard open one, once?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inLaw, settleThem } from '../support/people/people.ts'
import { stagedBy } from '../support/processes/lines.ts'
import { openStage, type Stage } from '../support/servers/stage.ts'
import { day, matter, noticed, sample } from './samples.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await settleThem(stage.db, inLaw)
})
afterAll(() => stage?.close())

const { begun, does, where, statusOf, recipientsOf } = stagedBy(
  () => stage,
  'enforcement-case',
  'lin',
  sample,
)

test('a party that says nothing in time has its case decided, served, paid, published and closed', async () => {
  const id = await begun(matter, day, ...noticed(1))
  expect(await where(id)).toBe('handling.awaiting|payment.none|publication.none')
  await does(id, ['until', '2026-03-10'])
  await expect.poll(() => recipientsOf(id, 'lapsed')).toContain('mao')
  await expect.poll(() => where(id)).toBe('handling.weighing|payment.none|publication.none')
  await does(id, ['lin', 'weigh-defence'], ['gao', 'record-discussion'], ['gao', 'decide-penalty'])
  const served = { ...sample('serve-decision'), servedOn: '2026-03-10' }
  await does(id, ['lin', 'serve-decision', served], ['chen', 'publish-penalty'])
  const paid = { ...sample('record-payment'), paidOn: '2026-03-10' }
  await does(id, ['lin', 'record-payment', paid], ['lin', 'propose-closing'])
  await does(id, ['gao', 'approve-closing'])
  expect(await where(id)).toBe('handling.closed|payment.ended|publication.ended')
  await expect.poll(() => statusOf(id)).toBe('COMPLETED')
})

test('what a hazard refers opens one case, with what the hazard knows, for the leader to file', async () => {
  await stage.clock.setNow(`${day}T01:00:00.000Z`)
  const hazard = await stage.start('hazard-rectification', 'lin', {
    title: '安全出口堵塞',
    site: '一号车间',
    category: 'fire',
    description: '安全出口被货物堵塞',
    source: 'inspection',
    enterprise: matter.enterprise,
    region: matter.region,
  })
  await stage.act(hazard, 'lin', 'refer-enforcement', { grounds: '多次要求未改' })
  const link = async () => (await stage.record(hazard)).links ?? []
  await expect.poll(async () => (await link()).length).toBe(1)
  const [{ id = '' } = {}] = await link()
  await expect.poll(async () => (await stage.record(id))?.status, { timeout: 30_000 }).toBe('open')
  const opened = await stage.record(id)
  expect(opened).toMatchObject({
    process: 'enforcement-case',
    title: '安全出口堵塞',
    owner: matter.enterprise,
    opener: { process: 'hazard-rectification', id: hazard },
    data: { 'propose-filing': { source: 'hazard', facts: '多次要求未改', discoveredOn: day } },
  })
  await does(id, ['gao', 'approve-filing'])
  expect(await where(id)).toBe('handling.investigating|payment.none|publication.none')
})
