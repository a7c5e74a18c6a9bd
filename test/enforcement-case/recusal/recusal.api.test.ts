// Are the files and the dossier of a case closed to whoever has recused himself, and what stays open to him (处罚法 43)?
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ItemView } from '../../../contract/case/items.ts'
import type { DocumentView } from '../../../contract/documents/documents.ts'
import type { House } from '../../api/house.ts'
import { registration } from '../measures/measure-samples.ts'
import { principal } from '../parties/party-samples.ts'
import { casesOf, openPenaltyHouse } from '../penalty-house.ts'
import { matter, sample } from '../samples.ts'

let house: House
let id = ''
const { openedBy, viewOf, sentTo, doneIn } = casesOf(() => house)
const bytes = Buffer.from('%PDF-1.4\n% evidence\n%%EOF\n')

const brought = async (who: string): Promise<string> => {
  const body = new FormData()
  body.set('file', new Blob([bytes], { type: 'application/pdf' }), '笔录.pdf')
  const headers = { cookie: await house.signIn(who) }
  const answer = await house.send('/api/files', { method: 'POST', headers, body })
  return (await answer.json()).id
}
const opens = async (who: string, path: string) => {
  const answer = await house.send(path, { headers: { cookie: await house.signIn(who) } })
  const words = answer.status === 403 ? (await answer.json()).reasons[0].zh : ''
  return { status: answer.status, words }
}

beforeAll(async () => {
  house = await openPenaltyHouse()
  id = (await openedBy('lin', matter)).body.id
  await doneIn(id, 'gao', 'approve-filing')
})
afterAll(() => house?.close())

test('from his recusal on, his own files among them; the case itself he reads as everybody', async () => {
  const file = await brought('lin')
  await doneIn(id, 'lin', 'record-evidence', { ...sample('record-evidence'), files: [file] })
  await doneIn(id, 'wu', 'sign', {})
  const [paper, dossier] = [`/api/files/${file}`, `/api/cases/${id}/dossier`]
  const doors = [
    ['lin', paper],
    ['chen', paper],
    ['chen', dossier],
  ] as const
  for (const [who, path] of doors)
    expect([who, path, (await opens(who, path)).status]).toEqual([who, path, 200])
  await doneIn(id, 'lin', 'recuse')
  await doneIn(id, 'chen', 'recuse')
  for (const [who, path] of doors) {
    const { status, words } = await opens(who, path)
    expect([who, path, status]).toEqual([who, path, 403])
    expect(words).toContain('您已回避本案')
  }
  for (const who of ['lin', 'chen'])
    expect(await viewOf(who, id)).toMatchObject({ id, dossier: false })
  for (const path of [paper, dossier]) expect((await opens('gao', path)).status).toBe(200)
})

test('official papers and who is kept secret in it are closed to him as well, also what he has looked at before', async () => {
  const own = (await openedBy('lin', matter)).body.id
  await doneIn(own, 'gao', 'approve-filing')
  await doneIn(own, 'lin', 'record-evidence')
  await doneIn(own, 'wu', 'sign', {})
  await doneIn(own, 'lin', 'name-party', principal)
  const papers = async (who: string): Promise<DocumentView[]> =>
    (await house.as(who, `/api/cases/${own}/documents`)).body.items
  const named = async (who: string): Promise<ItemView> =>
    (await house.as(who, `/api/cases/${own}/items`)).body.items[0]
  const { no } = await named('chen')
  const looks = (who: string) =>
    house.as(who, `/api/cases/${own}/acts`, {
      json: { type: 'unmask', data: { field: 'identity', item: no, reason: '核对' } },
    })
  const url = (await papers('chen'))[0]?.url ?? ''
  expect([(await opens('chen', url)).status, (await looks('chen')).status]).toEqual([200, 200])
  expect((await named('chen')).unmaskable).toContain('identity')
  await doneIn(own, 'chen', 'recuse')
  for (const path of [url, `${url}/signature`]) {
    const { status, words } = await opens('chen', path)
    expect([path, status]).toEqual([path, 403])
    expect(words).toContain('您已回避本案')
  }
  const { status, body } = await looks('chen')
  expect([status, body.reasons[0].zh]).toEqual([403, expect.stringContaining('第四十三条')])
  expect(JSON.stringify(body)).not.toContain(principal.identity)
  expect((await named('chen')).unmaskable).toEqual([])
  expect(await papers('chen')).toMatchObject([{ recused: true, url: null }])
  expect((await opens('gao', url)).status).toBe(200)
})

test('whose only head has recused himself, it goes up with its items, and the superior goes on', async () => {
  const own = (await openedBy('lin', matter)).body.id
  await doneIn(own, 'gao', 'approve-filing')
  await doneIn(own, 'lin', 'propose-measure', registration)
  const refused = await sentTo(own, 'chen', 'hand-to-superior')
  expect([refused.status, refused.body.reasons[0].zh]).toEqual([
    403,
    expect.stringContaining('负责人未回避'),
  ])
  await doneIn(own, 'gao', 'recuse')
  await doneIn(own, 'chen', 'hand-to-superior')
  for (const who of ['lin', 'chen', 'gao'])
    expect([who, (await house.as(who, `/api/cases/${own}`)).status]).toEqual([who, 404])
  const measure = async (): Promise<ItemView> =>
    (await house.as('shi', `/api/cases/${own}/items`)).body.items[0]
  const { acts } = await measure()
  const taskId = acts.find(({ type }) => type === 'approve-measure')?.taskId
  const approved = await house.as('shi', `/api/cases/${own}/acts`, {
    json: { type: 'approve-measure', data: {}, taskId },
  })
  expect([approved.status, (await measure()).state]).toEqual([200, 'approved'])
  const inspector = await viewOf('hao', own)
  expect(inspector.acts?.map(({ type }) => type)).toContain('record-evidence')
})
