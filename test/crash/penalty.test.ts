// API and worker killed with −9 while a penalty takes effect and while it is annulled: does each thing that follows from it happen once?
import { setTimeout as sleep } from 'node:timers/promises'
import { and, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseView } from '../../contract/case/cases.ts'
import { createClock } from '../../db/clock.ts'
import { cases } from '../../db/schema/cases/cases.ts'
import { licences } from '../../db/schema/cases/licences.ts'
import { settleCertificates } from '../enforcement-case/certificates.ts'
import { noticed, sample } from '../enforcement-case/samples.ts'
import { sample as ofLicence } from '../hazchem-licence/playing.ts'
import { untilIssued } from '../support/servers/issued.ts'
import type { PersonAtWork } from '../support/servers/product.ts'
import { acting, ask, insist, timesOf } from './asking.ts'
import { type House, holdCase, openHouse, startFaultyWorker } from './house.ts'
import { ordered, soundly } from './story.ts'

const day = '2026-03-02'
const usernames = {
  lin: 'kecheng.inspector1',
  wu: 'kecheng.inspector2',
  chen: 'kecheng.chief',
  gao: 'kecheng.leader',
  fa: 'kecheng.legal',
  mao: 'e001.principal',
  kou: 'kecheng.clerk',
  shen: 'kecheng.reviewer1',
  song: 'kecheng.reviewer2',
} as const
type Who = keyof typeof usernames

let house: House
const people = {} as Record<Who, PersonAtWork>
beforeAll(async () => {
  house = await openHouse()
  await createClock(house.product.db, true).setNow(`${day}T01:00:00.000Z`)
  await settleCertificates(house.product.db)
  for (const [who, username] of Object.entries(usernames))
    people[who as Who] = await house.product.person(username)
}, 120_000)
afterAll(() => house?.close())

type Line = readonly [who: string, type: string, data?: Record<string, unknown>]
const does = async (id: string, lines: readonly Line[]): Promise<void> => {
  for (const [who, type, data] of lines) {
    const { document: _, papers: __, ...form } = data ?? sample(type) ?? ofLicence(type) ?? {}
    await people[who as Who].act(id, type, form)
    await untilIssued(house.product.db, id)
  }
}
const view = (id: string, who: Who = 'lin'): Promise<CaseView> => people[who].view(id)

/** A licence in force, by its number. */
const licensed = async (): Promise<{ id: string; number: string }> => {
  const { id } = await people.mao.applies('hazchem-licence', {
    kind: 'new',
    site: '三号楼一层',
    mode: '批发（无储存）',
    scope: ['甲醇', '乙醇'],
  })
  await does(id, [
    ['kou', 'accept'],
    ['shen', 'begin-site-check'],
    ['shen', 'site-check-passed'],
    ['song', 'sign', {}],
    ['shen', 'submit-opinion'],
    ['song', 'sign', {}],
    ['chen', 'endorse'],
    ['gao', 'grant'],
    ['kou', 'issue-licence', { scope: ['甲醇', '乙醇'] }],
    ['kou', 'serve-licence', ofLicence('serve-licence')],
  ])
  const [row] = await house.product.db.select().from(licences).where(eq(licences.caseId, id))
  return { id, number: row?.number ?? '' }
}

/** The case that a hazard whose order nobody followed has opened. */
const referred = async (): Promise<{ hazard: string; penalty: string }> => {
  const hazard = await ordered(house.product, house.people)
  await createClock(house.product.db, true).setNow(`${day}T01:00:00.000Z`)
  await people.lin.act(hazard, 'refer-enforcement', { grounds: '多次要求未改' })
  await expect.poll(async () => (await view(hazard)).links[0]?.status, patient).toBe('started')
  return { hazard, penalty: (await view(hazard)).links[0]?.id ?? '' }
}

/** Up to a decision that revokes the licence and proposes the party for the list. */
const decided = async (id: string, licence: string): Promise<void> => {
  const penalties = ['revoke-licence', 'fine']
  const report = { ...sample('conclude-investigation'), penalties }
  await does(
    id,
    noticed().map(([who, type, data]) =>
      type === 'conclude-investigation' ? [who, type, report] : [who, type, data ?? sample(type)],
    ),
  )
  await does(id, [
    ['mao', 'waive-rights', { statement: '放弃' }],
    ['lin', 'weigh-defence'],
    ['gao', 'record-discussion'],
    [
      'gao',
      'decide-penalty',
      { ...sample('decide-penalty'), penalties, licence, listingGround: 'grave' },
    ],
  ])
}

const patient = { timeout: 90_000, interval: 300 }

/** What one of them had done before it died may leave nothing of the next one's moment: that one is killed at any. */
const patienceMs = 20_000

/** Workers that die at these moments, one after the other; then one that lives. */
const dying = async (...moments: string[]): Promise<void> => {
  for (const moment of moments) {
    const worker = await startFaultyWorker(house.product, moment)
    await Promise.race([worker.gone, sleep(patienceMs)])
    await worker.stop('SIGKILL')
  }
  await house.product.restartWorker()
}

const links = async (id: string): Promise<string[]> =>
  (await view(id)).links.map(({ process, status }) => `${process} ${status}`).sort()

const listingsOf = (penaltyCase: string) =>
  house.product.db
    .select({ id: cases.id })
    .from(cases)
    .where(
      and(
        eq(cases.process, 'dishonesty-listing'),
        sql`${cases.record} -> 'data' -> 'propose-listing' ->> 'penaltyCase' = ${penaltyCase}`,
      ),
    )

const ids = { licence: '', hazard: '', penalty: '', listing: '' }

test('one decision revokes a licence, informs the hazard and proposes a listing, each exactly once', async () => {
  const { product } = house
  const licence = await licensed()
  const { hazard, penalty } = await referred()
  await decided(penalty, licence.number)
  const { number } = await view(penalty)
  await product.worker.stop('SIGKILL')
  const { document: _, ...form } = sample('serve-decision')
  const request = acting(penalty, 'serve-decision', form, `served-${penalty}`)
  const held = await holdCase(product, penalty)
  const { sending } = await held.wantedBy(() => ask(people.lin, request))
  await product.api.stop('SIGKILL')
  expect(await sending.catch((error: unknown) => error)).toBeInstanceOf(TypeError)
  await held.release()
  await product.restartApi()
  await insist(people.lin, request)
  await dying('before-bytes', 'after-mail', 'after-effects')
  await expect
    .poll(() => links(penalty), patient)
    .toEqual([
      'dishonesty-listing started',
      'hazard-rectification done',
      'hazard-rectification started',
      'hazchem-licence done',
    ])
  const listings = await listingsOf(number)
  expect(listings).toHaveLength(1)
  Object.assign(ids, { licence: licence.id, hazard, penalty, listing: listings[0]?.id })
  const once = [
    await timesOf(product, penalty, 'serve-decision'),
    await timesOf(product, licence.id, 'revoke-licence'),
    await timesOf(product, hazard, 'note-penalty'),
    await timesOf(product, ids.listing, 'propose-listing'),
  ]
  expect(once).toEqual([1, 1, 1, 1])
  const [row] = await product.db.select().from(licences).where(eq(licences.caseId, licence.id))
  expect(row?.standing).toBe('revoked')
  for (const id of Object.values(ids)) await soundly(product, id)
})

test('its annulment ends the listing and informs the hazard, each exactly once', async () => {
  const { product } = house
  await does(ids.penalty, [['fa', 'receive-remedy']])
  await product.worker.stop('SIGKILL')
  await people.fa.act(ids.penalty, 'record-annulment', sample('record-annulment'))
  await dying('after-mail', 'after-effects')
  await expect.poll(async () => (await view(ids.listing)).status, patient).toBe('closed')
  await expect.poll(async () => (await links(ids.penalty)).join(), patient).not.toContain('waiting')
  const once = [
    await timesOf(product, ids.listing, 'penalty-annulled'),
    await timesOf(product, ids.hazard, 'note-penalty-annulled'),
  ]
  expect(once).toEqual([1, 1])
  // What was revoked has ended: the case of the penalty says that nothing could be given back.
  expect(await links(ids.penalty)).toContain('hazchem-licence closed')
  for (const id of Object.values(ids)) await soundly(product, id)
})
