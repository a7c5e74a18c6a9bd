// Is room that was promised to one recording promised to another as well?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keptFree } from '../../../domain/evidence/recording.ts'
import { mostOfHouse, openRecordingHouse } from './recording-house.ts'

let at: Awaited<ReturnType<typeof openRecordingHouse>>
beforeAll(async () => {
  at = await openRecordingHouse()
}, 60_000)
afterAll(() => at?.house.close())

const film = new Uint8Array(mostOfHouse)
const codeOf = ({ status, body }: { status: number; body: { code?: string } }) =>
  status === 201 ? 'begun' : body.code

test('what was promised and has not arrived yet is promised to nobody else', async () => {
  at.disk.room = keptFree + 1.5 * film.length
  const first = await at.begin('lin', film, { key: 'first' })
  expect(codeOf(first)).toBe('begun')
  expect(codeOf(await at.begin('wu', film, { key: 'second' }))).toBe('no-space')
  expect(codeOf(await at.begin('lin', film, { key: 'first' }))).toBe('begun')
  await at.house.as('lin', `/api/uploads/${first.body.id}`, { method: 'DELETE' })
  expect(codeOf(await at.begin('wu', film, { key: 'second' }))).toBe('begun')
})
