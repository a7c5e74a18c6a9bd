// Does a PDF that is made to take long to examine keep nobody waiting?
import { expect, test } from 'vitest'
import { examineApart } from '../../../bin/documents/examine-apart.ts'
import { createExaminer } from '../../../documents/signing/examine.ts'
import { decision, openOffice } from './papers.ts'

/** A sequence of so many elements without content, as digits. */
const crowded = (elements: number): string => {
  const body = Buffer.alloc(elements * 2, Buffer.from([5, 0]))
  const head = Buffer.from([0x30, 0x84, 0, 0, 0, 0])
  head.writeUInt32BE(body.length, 2)
  return `<${Buffer.concat([head, body]).toString('hex')}>`
}

/** A PDF in which so many signatures name the same room. */
const sharing = (room: string, signatures: number): Buffer => {
  const head = '%PDF-1.7\n'
  const range = (from: number, after: number) =>
    `/ByteRange [0 ${String(from).padStart(9, '0')} ${String(after).padStart(9, '0')} 1]\n`
  const from = head.length + range(0, 0).length * signatures
  const ranges = range(from, from + room.length).repeat(signatures)
  return Buffer.from(`${head}${ranges}${room}\n%%EOF\n`, 'latin1')
}

const examine = createExaminer([])

test('a room that is wider than any signature is not read', () => {
  const file = sharing(crowded(2_400_000), 8)
  const began = performance.now()
  const { signatures } = examine(file)
  expect(signatures.map(({ verdict }) => verdict)).toEqual(Array(8).fill('unreadable'))
  expect(performance.now() - began).toBeLessThan(1_000)
})

test('of signatures that name the same room, one is read', async () => {
  const { root, signed } = await openOffice()
  const { pdf } = await signed(decision())
  const [range = ''] = /\/ByteRange \[[^\]]*\]/.exec(Buffer.from(pdf).toString('latin1')) ?? []
  const twice = Buffer.concat([pdf, Buffer.from(`\n${range}\n`)])
  const verdicts = createExaminer([root])(twice).signatures.map(({ verdict }) => verdict)
  expect(verdicts).toEqual(['added-to', 'unreadable'])
})

test('whoever examines a file goes on with other work meanwhile', async () => {
  const apart = examineApart([])
  let beats = 0
  const beating = setInterval(() => {
    beats += 1
  }, 5)
  const file = sharing(crowded(16_000), 8)
  const found = await Promise.all(Array.from({ length: 4 }, () => apart(file, null, 'behind')))
  clearInterval(beating)
  expect(found.map(({ size }) => size)).toEqual(Array(4).fill(file.length))
  expect(found[0]).toEqual(examine(file))
  // Examined in this process, not one would come between.
  expect(beats).toBeGreaterThan(1)
})
