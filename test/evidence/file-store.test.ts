// Does a piece that cannot be written leave nothing of itself behind?
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createFileStore } from '../../api/evidence/file-store.ts'

const folder = mkdtempSync(join(tmpdir(), 'anjian-store-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function* chunks(...parts: string[]): AsyncGenerator<Buffer> {
  for (const part of parts) yield Buffer.from(part)
}

test('pieces are put one behind the other; one that breaks off is cut away again', async () => {
  const store = createFileStore(folder)
  const heard: string[] = []
  const put = async (offset: number, ...parts: string[]) => {
    const piece = await store.receive(chunks(...parts))
    await store.chunks.insert('one', offset, piece, (bytes) => heard.push(String(bytes)))
  }
  const words = () => readFileSync(store.chunks.placeOf('one'), 'utf8')
  await put(0, '开始，')
  await put(9, '继续', '。')
  expect([words(), heard.join('')]).toEqual(['开始，继续。', '开始，继续。'])
  const third = await store.receive(chunks('不算数'))
  const fails = store.chunks.insert('one', 18, third, () => {
    throw new Error('no room')
  })
  await expect(fails).rejects.toThrow('no room')
  expect(words()).toBe('开始，继续。')
})

test('the whole lies in its place without a copy, and there once', async () => {
  const store = createFileStore(folder)
  const piece = await store.receive(chunks('整个'))
  await store.chunks.insert('two', 0, piece, () => undefined)
  await store.chunks.keep('two', piece.sha256)
  await store.chunks.keep('two', piece.sha256)
  await store.chunks.discard('two')
  expect(readFileSync(store.placeOf(piece.sha256), 'utf8')).toBe('整个')
  await store.remove(piece.sha256)
  await expect(store.read(piece.sha256)).rejects.toThrow('ENOENT')
})
