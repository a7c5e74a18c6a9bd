// In which case are two persons punished beside their enterprise, each with canaries in all that is said of it?
import { afterAll, expect } from 'vitest'
import type { Settings } from '../../api/http/deps.ts'
import type { ItemView } from '../../contract/case/items.ts'
import { enforcementCase } from '../../domain/enforcement-case/process.ts'
import { type House, openHouse } from '../api/house.ts'
import { settleCertificates } from '../enforcement-case/certificates.ts'
import { principal, safetyOfficer, told } from '../enforcement-case/parties/party-samples.ts'
import { day, matter, sample } from '../enforcement-case/samples.ts'
import { codeOn } from './visiting.ts'

export const persons = {
  PA: {
    ...principal,
    personName: 'PA·name',
    mobile: '13811110001',
    conduct: 'PA·name-party·conduct',
  },
  PB: {
    ...safetyOfficer,
    personName: 'PB·name',
    mobile: '13822220002',
    conduct: 'PB·name-party·conduct',
  },
  /** Nobody knows his telephone. */
  PC: {
    ...safetyOfficer,
    identity: '330802199001010010',
    personName: 'PC·name',
    conduct: 'PC·name-party·conduct',
  },
} as const
export type Tag = keyof typeof persons

const nthOf = (tag: Tag): number => Object.keys(persons).indexOf(tag) + 1

const freeText = new Set([
  'content',
  'facts',
  'reasons',
  'basis',
  'findings',
  'statement',
  'performance',
  'payment',
  'minutes',
  'record',
  'report',
  'reason',
  'receiptNumber',
  'place',
  'opinion',
])

/** The form with a canary in every answer that somebody writes in his own words. */
export const marked = (tag: string, type: string, data: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      freeText.has(name) ? `${tag}·${type}·${name}` : value,
    ]),
  )

export type PersonsCase = Awaited<ReturnType<typeof personsCase>>

/** Investigated and reported, both persons named; `does` works an item by its number among the persons. */
export const personsCase = async (
  house: House,
  conclusion: object = sample('conclude-investigation'),
) => {
  await settleCertificates(house.db)
  await house.clock.setNow(`${day}T01:00:00.000Z`)
  const { region: _, ...form } = matter
  const begun = await house.as('lin', '/api/cases/enforcement-case', {
    json: { data: { ...form, facts: 'EN·propose-filing·facts' } },
  })
  const id: string = begun.body.id
  const issued = () =>
    house.deps.cases.tick({ caseId: id, process: 'enforcement-case', generation: 1 })
  const view = async (who: string) => (await house.as(who, `/api/cases/${id}`)).body
  const done = async (who: string, type: string, data: object = sample(type)) => {
    const task = (await view(who)).acts?.find((one: { type: string }) => one.type === type)?.taskId
    const answer = await house.as(who, `/api/cases/${id}/acts`, {
      json: { type, data: marked('EN', type, data), ...(task ? { taskId: task } : {}) },
    })
    expect([type, answer.status, answer.body]).toEqual([type, 200, expect.anything()])
    await issued()
  }
  for (const [who, type, data] of [
    ['gao', 'approve-filing'],
    ['lin', 'record-evidence'],
    ['wu', 'sign', {}],
    ['lin', 'conclude-investigation', conclusion],
    ['wu', 'sign', {}],
    ['chen', 'approve-report'],
  ] as const)
    await done(who, type, data)
  for (const data of Object.values(persons)) {
    const { status, body } = await house.as('lin', `/api/cases/${id}/acts`, {
      json: { type: 'name-party', data },
    })
    expect([status, body]).toEqual([200, expect.anything()])
  }
  const items = async (who: string): Promise<ItemView[]> =>
    (await house.as(who, `/api/cases/${id}/items`)).body.items
  const item = async (who: string, tag: Tag, kind = 'party') =>
    (await items(who)).filter((one) => one.kind === kind)[nthOf(tag) - 1] as ItemView
  const does = async (who: string, tag: Tag, type: string, data: object = sample(type)) => {
    const found = await item(who, tag)
    const taskId = found.acts.find((one) => one.type === type)?.taskId ?? null
    const answer = await house.as(who, `/api/cases/${id}/acts`, {
      json: { type, data: marked(tag, type, data), taskId },
    })
    expect([type, answer.status, answer.body]).toEqual([type, 200, expect.anything()])
    await issued()
  }
  /** The code on the latest paper of that kind about that person. */
  const codeOf = async (tag: Tag, kind = 'notify-party'): Promise<string> => {
    const { no } = await item('chen', tag)
    await house.as('chen', `/api/cases/${id}/acts`, {
      json: { type: 'unmask', data: { field: 'personName', item: no, reason: '制作文书' } },
    })
    const papers = (await house.as('chen', `/api/cases/${id}/documents`)).body.items
    const nth = `第${nthOf(tag)}号`
    const paper = papers.findLast(
      (one: { kind: string; title: { zh: string } }) =>
        one.kind === kind && one.title.zh.includes(nth),
    )
    const answer = await house.send(paper.url, { headers: { cookie: await house.signIn('chen') } })
    return codeOn(new Uint8Array(await answer.arrayBuffer()))
  }
  const number: string = (await view('lin')).number
  return { id, number, view, done, does, item, items, codeOf, issued }
}

export const openPersonsHouse = (settings: Partial<Settings> = {}) =>
  openHouse({ demo: false, behindProxy: true, ...settings }, null, {
    'enforcement-case': enforcementCase,
  })

/** For all tests of a file: one of the persons is notified and served, and `code` stands on the notice. */
export const openNotifiedPerson = async (settings: Partial<Settings> = {}) => {
  const house = await openPersonsHouse(settings)
  afterAll(() => house.close())
  const matter = await personsCase(house)
  await matter.does('zhou', 'PA', 'notify-party', { ...told, fine: 8_000 })
  await matter.does('lin', 'PA', 'serve-party-notice')
  return { house, matter, code: await matter.codeOf('PA') }
}
