// Does a decision bring its party on the list over HTTP, does everybody read who is on it and until when, and does it end with the penalty?
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseView } from '../../contract/case/cases.ts'
import { saveAccounts } from '../../db/organisation/accounts.ts'
import { dishonestyListing } from '../../domain/dishonesty-listing/process.ts'
import { enforcementCase } from '../../domain/enforcement-case/process.ts'
import { type House, openHouse, password } from '../api/house.ts'
import { settleCertificates } from '../enforcement-case/certificates.ts'
import * as penalty from '../enforcement-case/samples.ts'
import { quickHash } from '../support/people/passwords.ts'
import { inLaw, settleThem } from '../support/people/people.ts'
import { day, matter, removable, sample } from './samples.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({}, null, {
    'enforcement-case': enforcementCase,
    'dishonesty-listing': dishonestyListing,
  })
  await settleCertificates(house.db)
  await settleThem(house.db, inLaw)
  const passwordHash = await quickHash(password)
  await saveAccounts(house.db, [{ id: 'fa', username: 'fa', name: '法审核', passwordHash }])
})
afterAll(() => house?.close())

const view = async (who: string, id: string): Promise<CaseView> =>
  (await house.as(who, `/api/cases/${id}`)).body
const tick = (caseId: string, process: string) =>
  house.deps.cases.tick({ caseId, process, generation: 1 })
const does = async (id: string, who: string, type: string, data: object) => {
  const { acts, process } = await view(who, id)
  const task = acts.find((one) => one.type === type)?.taskId
  const { status, body } = await house.as(who, `/api/cases/${id}/acts`, {
    json: { type, data, ...(task ? { taskId: task } : {}) },
  })
  expect([type, status, body.detail]).toEqual([type, 200, undefined])
  await tick(id, process)
}
const on = (date: string) => house.clock.setNow(`${date}T01:00:00.000Z`)

const { region: _, ...form } = penalty.matter
const decision = { ...penalty.sample('decide-penalty'), listingGround: 'grave' }

/** Nothing is uploaded here. */
const unfiled = ({ papers: _, ...data }: Record<string, unknown>) => data

/** Decided with a ground for the list, and served: the penalty, and the listing that it has opened. */
const punished = async (): Promise<{ penalty: string; listing: string }> => {
  await on(day)
  const { body } = await house.as('lin', '/api/cases/enforcement-case', { json: { data: form } })
  for (const [who, type, data = penalty.sample(type) ?? {}] of penalty.decided)
    await does(body.id, who, type, unfiled(type === 'decide-penalty' ? decision : data))
  const [link] = (await view('lin', body.id)).links
  expect(link).toMatchObject({ process: 'dishonesty-listing', status: 'started' })
  return { penalty: body.id, listing: link?.id ?? '' }
}

const listed = async (): Promise<{ penalty: string; listing: string }> => {
  const both = await punished()
  for (const [who, type] of [
    ['lin', 'notify-listing'],
    ['lin', 'serve-notice'],
    ['mao', 'waive-statement'],
  ] as const)
    await does(both.listing, who, type, unfiled(sample(type)))
  await does(both.listing, 'lin', 'weigh-statement', sample('weigh-statement'))
  await does(both.listing, 'gao', 'decide-listing', sample('decide-listing'))
  await does(both.listing, 'lin', 'serve-listing', sample('serve-listing'))
  return both
}

const publicNotices = async (number: string) => {
  const { items } = await (await house.send('/api/public/notices')).json()
  return items.filter((one: { number: string }) => one.number === number)
}

test('nobody opens a listing by hand; a decision does, and each case shows the other', async () => {
  for (const who of ['lin', 'gao', 'mao']) {
    const { status } = await house.as(who, '/api/cases/dishonesty-listing', {
      json: { data: matter },
    })
    expect(status).toBe(403)
  }
  const both = await punished()
  const listing = await view('lin', both.listing)
  expect(listing.links).toMatchObject([{ process: 'enforcement-case', id: both.penalty }])
  expect([listing.state.zh, (await view('mao', both.listing)).state.zh]).toEqual([
    '待拟定告知',
    '列入名单审查中',
  ])
  expect((await house.as('jiang', `/api/cases/${both.listing}`)).status).toBe(404)
})

test('everybody reads who is listed, why and until when; after early removal nobody does, and a fraud brings it back', async () => {
  const both = await listed()
  const { listing } = both
  const { number } = await view('lin', listing)
  const [notice] = await publicNotices(number)
  expect(notice).toMatchObject({ enterprise: '衢州试验化工有限公司', type: 'serve-listing' })
  expect(notice.fields.map(({ value }: { value: { zh: string } }) => value.zh)).toEqual([
    sample('serve-listing').publicReason,
    '2029-03-02',
  ])
  await on(removable)
  await does(listing, 'mao', 'apply-repair', sample('apply-repair'))
  expect((await view('mao', listing)).state.zh).toBe('信用修复审核中')
  await does(listing, 'lin', 'examine-repair', sample('examine-repair'))
  expect(await publicNotices(number)).toHaveLength(1)
  const grant = { json: { type: 'grant-repair', data: sample('grant-repair') } }
  const unpaid = await house.as('gao', `/api/cases/${listing}/acts`, grant)
  expect([unpaid.status, JSON.stringify(unpaid.body.reasons)]).toEqual([
    403,
    expect.stringContaining('元罚款未缴清'),
  ])
  await does(both.penalty, 'lin', 'record-payment', penalty.sample('record-payment'))
  await does(listing, 'gao', 'grant-repair', sample('grant-repair'))
  expect(await publicNotices(number)).toEqual([])
  await does(listing, 'gao', 'reinstate-listing', sample('reinstate-listing'))
  expect(await publicNotices(number)).toMatchObject([{ type: 'reinstate-listing' }])
  await on('2029-03-03')
  await tick(listing, 'dishonesty-listing')
  expect([await publicNotices(number), (await view('mao', listing)).state.zh]).toEqual([
    [],
    '期满移出',
  ])
})

test('the annulment of the penalty ends it, once, and both cases say so', async () => {
  const both = await listed()
  const { number } = await view('lin', both.listing)
  expect(await publicNotices(number)).toHaveLength(1)
  await does(both.penalty, 'fa', 'receive-remedy', penalty.sample('receive-remedy'))
  await does(both.penalty, 'fa', 'record-annulment', penalty.sample('record-annulment'))
  await tick(both.penalty, 'enforcement-case')
  const ended = await view('mao', both.listing)
  expect([ended.status, ended.state.zh]).toEqual(['closed', '处罚撤销，终止列入'])
  expect(await publicNotices(number)).toEqual([])
  const { items } = (await house.as('mao', `/api/cases/${both.listing}/timeline`)).body
  const types = items.map(({ type }: { type: string }) => type)
  expect(types.filter((type: string) => type === 'penalty-annulled')).toHaveLength(1)
  const links = (await view('lin', both.penalty)).links
  expect(links.map(({ status }) => status)).toEqual(['started', 'done'])
})

test('a lighter penalty is told to the listing; its leader undoes it, and nobody reads it any more', async () => {
  const both = await listed()
  const { number } = await view('lin', both.listing)
  await does(both.penalty, 'fa', 'receive-remedy', penalty.sample('receive-remedy'))
  await does(both.penalty, 'fa', 'record-change', penalty.sample('record-change'))
  await tick(both.penalty, 'enforcement-case')
  const { items } = (await house.as('gao', `/api/cases/${both.listing}/timeline`)).body
  expect(items.map(({ type }: { type: string }) => type)).toContain('penalty-changed')
  expect(await publicNotices(number)).toHaveLength(1)
  const by = (who: string) =>
    house.as(who, `/api/cases/${both.listing}/acts`, {
      json: { type: 'end-listing', data: sample('end-listing') },
    })
  expect((await by('lin')).status).toBe(403)
  expect((await by('gao')).status).toBe(200)
  expect([await publicNotices(number), (await view('mao', both.listing)).state.zh]).toEqual([
    [],
    '已撤销列入',
  ])
})
