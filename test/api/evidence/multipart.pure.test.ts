import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boundaryOf, readFilePart } from '../../../api/evidence/multipart.ts'
import { DomainError } from '../../../domain/language/errors.ts'

const boundary = '----anjian7'

const bodyOf = (content: Buffer, before = ''): Buffer =>
  Buffer.concat([
    Buffer.from(
      `${before}--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="图 %22一%22.png"\r\nContent-Type: image/png\r\n\r\n`,
    ),
    content,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])

async function* chunked(body: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < body.length; at += size) yield body.subarray(at, at + size)
}

const collect = async (body: Buffer, size: number) => {
  const part = await readFilePart(chunked(body, size), boundary, 'file')
  const chunks: Buffer[] = []
  for await (const chunk of part.chunks) chunks.push(chunk)
  return { filename: part.filename, content: Buffer.concat(chunks) }
}

describe('a streamed upload', () => {
  test('any content comes out whole, however it is cut into pieces', async () => {
    const nasty = fc
      .array(
        fc.constantFrom('\r', '\n', '-', boundary, `\r\n--${boundary.slice(0, 5)}`, 'a', '\u0000'),
        { maxLength: 60 },
      )
      .map((parts) => Buffer.from(parts.join('').replaceAll(`\r\n--${boundary}`, '')))
    const content = fc.oneof(
      nasty,
      fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
    )
    await fc.assert(
      fc.asyncProperty(content, fc.integer({ min: 1, max: 400 }), async (bytes, size) => {
        fc.pre(!bytes.includes(`\r\n--${boundary}`))
        expect(await collect(bodyOf(bytes), size)).toEqual({
          filename: '图 "一".png',
          content: bytes,
        })
      }),
      { numRuns: 300 },
    )
  })
  test('other fields before the file are passed over', async () => {
    const before = `--${boundary}\r\nContent-Disposition: form-data; name="note"\r\n\r\nhello\r\n`
    expect((await collect(bodyOf(Buffer.from('abc'), before), 7)).content.toString()).toBe('abc')
  })
  test.each([
    ['it ends in the middle', bodyOf(Buffer.from('abcdef')).subarray(0, -20)],
    ['it is empty', Buffer.alloc(0)],
    [
      'it has no file',
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="file"\r\n\r\nwords\r\n--${boundary}--\r\n`,
      ),
    ],
    ['a part has endless headers', Buffer.from(`--${boundary}\r\n${'X-A: b\r\n'.repeat(5_000)}`)],
  ])('refused when %s', async (_, body) => {
    await expect(collect(body, 64)).rejects.toBeInstanceOf(DomainError)
  })
  test('the boundary comes from the header', () => {
    expect(boundaryOf('multipart/form-data; boundary=abc')).toBe('abc')
    expect(boundaryOf('multipart/form-data; charset=utf-8; boundary="a b"')).toBe('a b')
    for (const wrong of [
      undefined,
      'application/json',
      'multipart/form-data',
      `multipart/form-data; boundary=${'x'.repeat(80)}`,
    ]) {
      expect(() => boundaryOf(wrong)).toThrow(DomainError)
    }
  })
})
