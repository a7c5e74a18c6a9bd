// Who opens what a person has handed in with his statement: those who work on his matter, himself, and nobody else of all who read the case?
import { expect, test } from 'vitest'
import type { ItemView } from '../../contract/case/items.ts'
import { saveAccounts } from '../../db/organisation/accounts.ts'
import { password } from '../api/house.ts'
import { told } from '../enforcement-case/parties/party-samples.ts'
import { sample } from '../enforcement-case/samples.ts'
import { quickHash } from '../support/people/passwords.ts'
import { inLaw, licensers, onDuty, settleThem } from '../support/people/people.ts'
import { openNotifiedPerson } from './persons-case.ts'
import { visitorOf } from './visiting.ts'

const { house, matter, code } = await openNotifiedPerson()
const others = { ...onDuty, ...inLaw, ...licensers }
await settleThem(house.db, others)
const passwordHash = await quickHash(password)
await saveAccounts(
  house.db,
  Object.entries(others).map(([id, [name]]) => ({ id, username: id, name, passwordHash })),
)

const handIn = async () => {
  const visitor = visitorOf(house)
  await visitor.enter(matter.number, code)
  const form = new FormData()
  const bytes = Buffer.from('%PDF-1.4\n% what only he knows\n%%EOF\n')
  form.set('file', new Blob([bytes], { type: 'application/pdf' }), '证明.pdf')
  const { body } = await visitor.ask('/files', { method: 'POST', body: form })
  const said = { statement: '家庭困难', papers: [body.id] }
  expect((await visitor.act('state-party-defence', said)).status).toBe(200)
  return { visitor, id: body.id as string }
}

const opens = async (who: string, id: string) =>
  house.send(`/api/files/${id}`, { headers: { cookie: await house.signIn(who) } })

/** The answer of that name in what an item and the timeline say to a reader. */
const papersRead = async (who: string) => {
  const { items } = (await house.as(who, `/api/cases/${matter.id}/items`)).body
  const fields = items.flatMap(({ forms }: ItemView) => forms.flatMap((form) => form.fields))
  const timeline = (await house.as(who, `/api/cases/${matter.id}/timeline`)).body.items
  const told = timeline.flatMap((one: { fields: unknown[] }) => one.fields)
  return [...fields, ...told].filter(({ name }) => name === 'papers')
}

test('promise (own matter): what a person hands in opens to those who work on his matter, not to all who read the case', async () => {
  const { id } = await handIn()
  for (const who of ['lin', 'wu', 'chen', 'fa', 'gao']) {
    expect([who, (await opens(who, id)).status]).toEqual([who, 200])
    const read = await papersRead(who)
    expect(read.length).toBeGreaterThan(0)
    for (const field of read) expect(field.files).toMatchObject([{ id }])
  }
  for (const who of ['dan', 'ji', 'shen', 'kou']) {
    const refused = await opens(who, id)
    expect([who, refused.status]).toEqual([who, 403])
    expect((await refused.json()).reasons[0].zh).toContain('仅办理该当事人事项的岗位可查看')
    const read = await papersRead(who)
    expect(read.length).toBeGreaterThan(0)
    expect(JSON.stringify(read)).not.toContain(id)
    for (const field of read) expect(field.value.zh).toContain('仅办理')
  }
})

test('a word of a reader that names such a file opens it to nobody', async () => {
  const { id } = await handIn()
  const urged = { type: 'urge', data: { reason: `请尽快查看 /api/files/${id}` } }
  const { status } = await house.as('ji', `/api/cases/${matter.id}/acts`, { json: urged })
  expect(status).toBe(200)
  for (const who of ['ji', 'dan']) expect([who, (await opens(who, id)).status]).toEqual([who, 403])
})

test('the contents of the dossier name the papers of his matter to those who work on it alone', async () => {
  const form = new FormData()
  form.set('file', new Blob(['收到'], { type: 'text/plain' }), '送达回证.txt')
  const cookie = await house.signIn('lin')
  const kept = await house.send('/api/files', { method: 'POST', body: form, headers: { cookie } })
  const { id } = await kept.json()
  await matter.does('zhou', 'PB', 'notify-party', { ...told, fine: 8_000 })
  const service = { ...sample('serve-party-notice'), receipt: [id] }
  await matter.does('lin', 'PB', 'serve-party-notice', service)
  for (const [who, sees] of [
    ['lin', true],
    ['ji', false],
  ] as const) {
    const { status, body } = await house.as(who, `/api/cases/${matter.id}/dossier`)
    expect([who, status]).toEqual([who, 200])
    const papers = body.parts.flatMap((part: { papers: object[] }) => part.papers)
    expect([who, JSON.stringify(papers).includes('送达回证.txt')]).toEqual([who, sees])
    expect([who, JSON.stringify(papers).includes('仅办理该当事人')]).toEqual([who, !sees])
  }
})
