// Who opens what a person has handed in with his statement: those who work on his matter, himself, and nobody else of all who read the case?
import { expect, test } from 'vitest'
import type { ItemView } from '../../contract/case/items.ts'
import { saveAccounts } from '../../db/organisation/accounts.ts'
import { password } from '../api/house.ts'
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
