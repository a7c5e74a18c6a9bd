// Does a new licence end the old one by itself, once, on the real Temporal; and is it recorded when there is nothing to end?
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findLicence, findLicenceInForce, rebuildLicences } from '../../../db/licences/licences.ts'
import { commands } from '../../../db/schema/cases/cases.ts'
import { licences } from '../../../db/schema/cases/licences.ts'
import { checked, issued, opined, sample } from '../../hazchem-licence/playing.ts'
import { applied, renewal } from '../../hazchem-licence/samples.ts'
import { licensers, settleThem } from '../../support/people/people.ts'
import { type Line, stagedBy } from '../../support/processes/lines.ts'
import { openStage, processes, type Stage } from '../../support/servers/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await settleThem(stage.db, licensers)
})
afterAll(() => stage?.close())

const granted: Line[] = [['kou', 'accept'], ...checked, ...opined, ['gao', 'grant']]
const { begun, does, where } = stagedBy(() => stage, 'hazchem-licence', 'mao', sample)
const rowOf = async (id: string) =>
  (await stage.db.select().from(licences).where(eq(licences.caseId, id)))[0]
const until = async (what: () => Promise<boolean>) => {
  for (let tries = 0; tries < 100 && !(await what()); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 100))
  expect(await what()).toBe(true)
}
const linkOf = async (id: string, at: number) => (await stage.record(id)).links?.[at]

test('a renewal is noted, replaces the licence on its first day, and both cases say so', async () => {
  const old = await begun(applied, '2026-03-02', ...granted, ...issued('2026-03-02'))
  expect(await rowOf(old)).toMatchObject({
    standing: 'in-force',
    validUntil: '2029-03-02',
    since: '2026-03-02',
  })
  const licenceNumber = (await rowOf(old))!.number
  const next = await begun({ ...renewal, licenceNumber, expiresOn: '2029-03-02' }, '2028-09-04')
  await until(async () => (await linkOf(next, 0))?.status === 'done')
  expect((await stage.record(old)).data['note-renewal']).toEqual({
    mainCase: (await stage.record(next)).number,
    applicationId: next,
  })
  await does(next, ...granted, [
    'kou',
    'issue-licence',
    { ...sample('issue-licence'), licenceNumber: '浙衢危化经字〔2028〕000009' },
  ])
  await does(next, ['kou', 'serve-licence', { ...sample('serve-licence'), servedOn: '2028-09-04' }])
  expect(await where(old)).toContain('handling.valid')
  await until(async () => (await linkOf(next, 3))?.status === 'done')
  const validity = (await stage.record(old)).obligations.find(({ clock }) => clock === 'validity')
  expect([validity?.status, validity?.escalationLevels.map(({ status }) => status)]).toEqual([
    'running',
    ['cancelled', 'planned'],
  ])
  await stage.moveTo(next, '2029-03-01T17:00:00.000Z')
  await until(async () => (await linkOf(next, 2))?.status === 'done')
  expect(await where(old)).toContain('handling.replaced')
  expect((await stage.record(old)).status).toBe('closed')
  expect(await linkOf(next, 2)).toMatchObject({ to: old, licence: licenceNumber })
  expect([
    (await rowOf(old))?.standing,
    (await rowOf(next))?.standing,
    (await rowOf(next))?.replaces,
  ]).toEqual(['replaced', 'in-force', licenceNumber])
  const sent = await stage.db.select().from(commands).where(eq(commands.caseId, old))
  expect(sent.filter(({ type }) => type === 'replace-licence')).toHaveLength(1)
  const { owner } = await stage.record(old)
  const named = { process: 'hazchem-licence', licence: licenceNumber, owner }
  expect((await findLicence(stage.db, named))?.caseId).toBe(old)
  expect((await findLicenceInForce(stage.db, named))?.caseId).toBe(next)
  const before = await stage.db.select().from(licences).orderBy(licences.caseId)
  expect(await rebuildLicences(stage.db, Object.values(processes))).toBe(before.length)
  expect(await stage.db.select().from(licences).orderBy(licences.caseId)).toEqual(before)
})

test('deemed renewed, it goes on in its successor, suspended as it was: nobody cancels the old one, and its number means the new', async () => {
  const old = await begun(applied, '2026-03-02', ...granted, [
    'kou',
    'issue-licence',
    { ...sample('issue-licence'), licenceNumber: '浙衢危化经字〔2026〕000007' },
  ])
  const penalty = { ...sample('suspend-licence'), suspendedUntil: '2029-06-30' }
  await does(old, ['kou', 'serve-licence'], ['gao', 'suspend-licence', penalty])
  const licenceNumber = (await rowOf(old))!.number
  const next = await begun({ ...renewal, licenceNumber, expiresOn: '2029-03-02' }, '2028-09-04')
  await until(async () => (await linkOf(next, 0))?.status === 'done')
  await stage.moveTo(old, '2029-03-03T01:00:00.000Z')
  await stage.moveTo(next, '2029-03-03T01:00:00.000Z')
  await until(async () => (await linkOf(next, 1))?.status === 'done')
  await until(async () => (await rowOf(next))?.standing === 'suspended')
  expect((await rowOf(old))?.standing).toBe('expired')
  const cancel = ['gao', 'cancel-licence', { ...sample('cancel-licence'), ground: 'not-renewed' }]
  await expect(does(old, cancel as Line)).rejects.toThrow()
  expect((await stage.record(old)).status).toBe('open')
  const named = { process: 'hazchem-licence', licence: licenceNumber, owner: applied.enterprise }
  expect((await findLicence(stage.db, named))?.caseId).toBe(next)
  expect((await findLicence(stage.db, { ...named, asking: next }))?.caseId).toBe(old)
  await does(next, [
    'kou',
    'issue-licence',
    { ...sample('issue-licence'), licenceNumber: '浙衢危化经字〔2029〕000008' },
  ])
  expect((await findLicenceInForce(stage.db, named))?.caseId).toBe(next)
})

test('a licence that the register does not know, or whose case has ended, is a recorded outcome', async () => {
  const stray = await begun(
    { ...renewal, licenceNumber: '浙衢危化经字〔1999〕000001', expiresOn: '2030-01-01' },
    '2029-04-02',
  )
  await until(async () => (await linkOf(stray, 0))?.status === 'missing')
  const gone = (await stage.db.select().from(licences).where(eq(licences.standing, 'replaced')))[0]!
  const late = await begun(
    { ...renewal, licenceNumber: gone.number, expiresOn: '2030-01-01' },
    '2029-04-03',
  )
  await until(async () => (await linkOf(late, 0))?.status === 'closed')
  expect(await linkOf(late, 0)).toMatchObject({ to: gone.caseId })
  expect((await stage.record(late)).data['note-held-closed']).toEqual({ licence: gone.number })
  expect((await stage.record(late)).snapshot.context.heldEnded).toBe(true)
})
