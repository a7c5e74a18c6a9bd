// How does an enforcement case live on the real Temporal: does the time to speak lapse by itself, does it end, and does a hazard open one, once?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPublished } from '../../db/cases/published-reads.ts'
import { enforcementCase } from '../../domain/enforcement-case/process.ts'
import { publishedTypes } from '../../domain/public/notice.ts'
import { workflowIdFor } from '../../workflows/queues.ts'
import { inLaw, settleThem } from '../support/people/people.ts'
import { stagedBy } from '../support/processes/lines.ts'
import { openStage, type Stage } from '../support/servers/stage.ts'
import { settleCertificates } from './certificates.ts'
import { principal } from './parties/party-samples.ts'
import { day, decided, investigated, matter, noticed, sample } from './samples.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await settleThem(stage.db, inLaw)
  await settleCertificates(stage.db)
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
  expect(await where(id)).toContain('handling.awaiting|')
  await does(id, ['until', '2026-03-10'])
  await expect.poll(() => recipientsOf(id, 'lapsed')).toContain('mao')
  await expect.poll(() => where(id)).toContain('handling.weighing|')
  await does(id, ['lin', 'weigh-defence'], ['gao', 'record-discussion'], ['gao', 'decide-penalty'])
  const served = { ...sample('serve-decision'), servedOn: '2026-03-10' }
  await does(id, ['lin', 'serve-decision', served], ['chen', 'publish-penalty'])
  const paid = { ...sample('record-payment'), paidOn: '2026-03-10' }
  await does(id, ['lin', 'record-payment', paid], ['lin', 'propose-closing'])
  await does(id, ['gao', 'approve-closing'])
  expect(await where(id)).toContain('handling.closed|payment.ended|publication.ended')
  await expect.poll(() => statusOf(id)).toBe('COMPLETED')
})

test('a fine that nobody pays grows, is demanded, brought before the court, paid and closed', async () => {
  const id = await begun(matter, day, ...decided, ['chen', 'publish-penalty'])
  const rest = 'publication.published|reporting.none|cash.none'.split('|')
  const stands = async (...states: string[]) =>
    expect((await where(id)).split('|')).toEqual(expect.arrayContaining([...states, ...rest]))
  await does(id, ['until', '2026-03-18'])
  await expect.poll(() => where(id)).toContain('compulsion.demanding')
  expect(await recipientsOf(id, 'missed')).toContain('mao')
  await does(id, ['lin', 'issue-demand'], ['lin', 'serve-demand'], ['until', '2026-04-02'])
  await expect.poll(() => where(id)).toContain('compulsion.applying')
  expect(await recipientsOf(id, 'demand-over')).toContain('gao')
  await does(id, ['until', '2026-09-10'], ['gao', 'apply-court'])
  await does(id, ['lin', 'record-acceptance'], ['lin', 'record-ruling'])
  await stands('handling.performing', 'payment.owed', 'compulsion.enforced')
  const paid = { amount: 20_000, surcharge: 20_000, paidOn: '2026-09-10', receipt: '票5' }
  await does(id, ['lin', 'record-payment', paid])
  await stands('handling.proposing-closing', 'payment.settled', 'compulsion.settled')
  await does(id, ['lin', 'propose-closing'], ['gao', 'approve-closing'])
  expect((await stage.record(id)).status).toBe('closed')
  await expect.poll(() => statusOf(id)).toBe('COMPLETED')
})

/** All that a history says, payloads included. */
const wordsIn = (value: unknown): string => {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8')
  if (typeof value !== 'object' || value === null) return String(value)
  return Object.values(value).map(wordsIn).join(' ')
}

test('promise (secrecy): a person’s own periods end on Temporal, whose history says nothing of who it is', async () => {
  const id = await begun(
    matter,
    day,
    ...investigated(),
    ['chen', 'approve-report'],
    ['lin', 'name-party'],
  )
  const state = async () =>
    Object.values((await stage.record(id)).items ?? {}).map(({ snapshot }) => snapshot.value)
  const party = async (who: string, type: string, more: Record<string, unknown> = {}) => {
    const tasks = Object.values((await stage.record(id)).openTasks)
    const taskId = tasks.find(({ item }) => item !== undefined)?.id ?? ''
    await stage.act(id, who, type, { ...sample(type), ...more }, { taskId })
  }
  await party('lin', 'notify-party', { fine: 20_000 })
  await party('lin', 'serve-party-notice')
  await does(id, ['until', '2026-03-10'])
  await expect.poll(state).toEqual(['weighing'])
  await party('lin', 'weigh-party-defence')
  await party('gao', 'decide-party-penalty')
  await party('lin', 'serve-party-decision', { servedOn: '2026-03-10' })
  await does(id, ['until', '2026-03-26'])
  await expect.poll(state).toEqual(['overdue'])
  const handle = stage.temporal.workflow.getHandle(workflowIdFor(id, 1))
  const said = wordsIn(await handle.fetchHistory())
  expect(said).toContain(id)
  for (const secret of [principal.personName, principal.identity, principal.mobile])
    expect([secret, said.includes(secret)]).toEqual([secret, false])
})

const readsEverybody = async (number: string) => {
  const { rows } = await readPublished(stage.db, {
    types: publishedTypes(enforcementCase),
    region: null,
    q: number,
    after: null,
    limit: 20,
  })
  return rows.map(({ type, data, others }) => [type, data, others.map(({ type }) => type)])
}

test('a closed case is taken up again for a lawsuit; annulled, its publication is withdrawn and the fine returned', async () => {
  const id = await begun(matter, day, ...decided, ['chen', 'publish-penalty'])
  await does(id, ['lin', 'record-payment'], ['lin', 'propose-closing'], ['gao', 'approve-closing'])
  const { number } = await stage.record(id)
  expect(await readsEverybody(number)).toEqual([
    ['publish-penalty', { publicSummary: '罚款二万元' }, []],
  ])
  await does(id, ['chen', 'reopen', { reason: '当事人提起行政诉讼' }])
  await does(id, ['fa', 'receive-remedy', sample('receive-remedy', 1)], ['fa', 'file-answer'])
  await does(id, ['fa', 'record-annulment'])
  expect(await where(id)).toContain('publication.withdrawing')
  await does(id, ['until', '2026-03-06'])
  await expect.poll(() => recipientsOf(id, 'missed')).toContain('chen')
  await does(id, ['chen', 'withdraw-publication'], ['lin', 'record-refund'])
  expect(await readsEverybody(number)).toEqual([
    ['withdraw-publication', { withdrawalReason: '决定已被撤销' }, []],
  ])
  await does(id, ['lin', 'propose-closing'], ['gao', 'approve-closing'])
  expect((await stage.record(id)).status).toBe('closed')
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
  expect(await where(id)).toContain('handling.investigating|')
})
