// Are the files and the dossier of a case closed to whoever has recused himself, and what stays open to him (处罚法 43)?
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { House } from '../../api/house.ts'
import { casesOf, openPenaltyHouse } from '../penalty-house.ts'
import { matter, sample } from '../samples.ts'

let house: House
let id = ''
const { openedBy, viewOf, doneIn } = casesOf(() => house)
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
