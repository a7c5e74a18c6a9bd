// Does what a visitor is refused tell him where the authorities stand, which he may not know?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveAccounts } from '../../db/organisation/accounts.ts'
import { enforcementCase } from '../../domain/enforcement-case/process.ts'
import { type House, password } from '../api/house.ts'
import { told } from '../enforcement-case/parties/party-samples.ts'
import { sample } from '../enforcement-case/samples.ts'
import { uploadedBy } from '../support/people/papers.ts'
import { quickHash } from '../support/people/passwords.ts'
import { inLaw, settleThem } from '../support/people/people.ts'
import { enterpriseCounsel } from './counsels.ts'
import { openPersonsHouse, type PersonsCase, personsCase } from './persons-case.ts'
import { codeOn, visitorOf } from './visiting.ts'

let house: House
let matter: PersonsCase
beforeAll(async () => {
  house = await openPersonsHouse()
  await settleThem(house.db, inLaw)
  const passwordHash = await quickHash(password)
  await saveAccounts(house.db, [{ id: 'fa', username: 'fa', name: '法审核', passwordHash }])
  const grave = { fine: 50_000, circumstances: ['major-interest', 'complex'] }
  const reported = { ...(sample('conclude-investigation') as object), ...grave }
  matter = await personsCase(house, reported)
  await matter.does('zhou', 'PA', 'notify-party', { ...told, fine: 60_000 })
  await matter.does('lin', 'PA', 'serve-party-notice')
}, 120_000)
afterAll(() => house?.close())

type Visitor = ReturnType<typeof visitorOf>
const strange = ['constructor', 'claim', 'urge', 'unmask', 'void-document', 'sign', 'no-such-act']
const kinds = enforcementCase.items ?? []
const types = [
  ...strange,
  ...Object.keys(enforcementCase.events),
  ...kinds.flatMap(({ events }) => Object.keys(events)),
]

/** Everything that is answered to every act, in one state, but the name of the request. */
const refusals = async (visitor: Visitor, own: readonly string[]): Promise<string> => {
  const answers = new Set<string>()
  visitor.move()
  for (const type of types.filter((one) => !own.includes(one))) {
    await house.db.execute('DELETE FROM rate_limit')
    const { status, body } = await visitor.act(type, {})
    const { requestId: _, instance: _path, ...said } = body
    answers.add(JSON.stringify([status, said]))
  }
  expect([...answers]).toHaveLength(1)
  return [...answers].join()
}

const personal = Object.keys(kinds.find(({ kind }) => kind === 'party')?.concern?.acts ?? {})
test('promise (secrecy): a person is refused with the same words while it is examined, reviewed, discussed and decided', async () => {
  const visitor = visitorOf(house)
  await visitor.enter(matter.number, await matter.codeOf('PA'))
  expect((await visitor.act('waive-party-rights', { statement: 'x' })).status).toBe(200)
  const seen: string[] = []
  const said = new Set<string>()
  for (const [who, type] of [
    ['lin', 'weigh-party-defence'],
    ['fa', 'give-party-opinion'],
    ['gao', 'record-party-discussion'],
    ['gao', 'decide-party-penalty'],
  ] as const) {
    seen.push((await matter.item('chen', 'PA')).stateWords.zh)
    said.add(await refusals(visitor, personal))
    await matter.does(who, 'PA', type)
  }
  expect(seen).toEqual(['复核陈述申辩', '法制审核', '集体讨论', '待作出决定'])
  expect([...said]).toHaveLength(1)
}, 120_000)

const ofEnterprise = ['state-defence', 'request-hearing', 'waive-rights']
test('promise (secrecy): so is the counsel of an enterprise', async () => {
  await matter.done('lin', 'notify-penalty')
  await matter.done('lin', 'serve-notice')
  const visitor = visitorOf(house)
  await visitor.enter(matter.number, await codeOfCounsel())
  expect((await visitor.act('waive-rights', { statement: 'x' })).status).toBe(200)
  const seen: string[] = []
  const said = new Set<string>()
  for (const [who, type] of [
    ['lin', 'weigh-defence'],
    ['fa', 'give-legal-opinion'],
    ['gao', 'record-discussion'],
    ['gao', 'decide-penalty'],
  ] as const) {
    seen.push((await matter.view('chen')).state)
    said.add(await refusals(visitor, ofEnterprise))
    await matter.done(who, type)
  }
  expect(new Set(seen).size).toBe(4)
  expect([...said]).toHaveLength(1)
}, 120_000)

const codeOfCounsel = async (): Promise<string> => {
  const acts = (who: string, type: string, data: object, taskId?: string) =>
    house.as(who, `/api/cases/${matter.id}/acts`, {
      json: { type, data, ...(taskId ? { taskId } : {}) },
    })
  const power = await uploadedBy(house.send, await house.signIn('mao'))(
    '委托书.txt',
    Buffer.from('委托'),
  )
  await acts('mao', 'name-enterprise-counsel', { ...enterpriseCounsel, power: [power] })
  const item = (await matter.items('wu')).find(({ kind }) => kind === 'enterprise-counsel')
  const accept = item?.acts.find(({ type }) => type === 'accept-enterprise-counsel')
  await acts('wu', 'accept-enterprise-counsel', {}, accept?.taskId ?? undefined)
  await matter.issued()
  await acts('chen', 'unmask', { field: 'agentMobile', item: item?.no, reason: '制作文书' })
  const papers = (await house.as('chen', `/api/cases/${matter.id}/documents`)).body.items
  const paper = papers.find(({ kind }: { kind: string }) => kind === 'accept-enterprise-counsel')
  const answer = await house.send(paper.url, { headers: { cookie: await house.signIn('chen') } })
  return codeOn(new Uint8Array(await answer.arrayBuffer()))
}
