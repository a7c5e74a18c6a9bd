// Is a signed decision found whole, and is every change of it found?
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { createExaminer, type Examiner } from '../../../documents/signing/examine.ts'
import { readSigningKeys } from '../../../documents/signing/keys.ts'
import { createLocalSealer } from '../../../documents/signing/local-sealer.ts'
import { createTimeStamper } from '../../../documents/signing/timestamp.ts'
import { verdictWords } from '../../../ui/documents/examined-words.ts'
import { openTsa } from '../../support/servers/tsa.ts'
import { claimedAt, decision, office, openOffice } from './papers.ts'

let own: Awaited<ReturnType<typeof openOffice>>
let made: Uint8Array
let signed: Buffer
let examine: Examiner
beforeAll(async () => {
  own = await openOffice()
  made = decision()
  signed = Buffer.from((await own.signed(made)).pdf)
  examine = createExaminer([own.root])
})

const verdict = (bytes: Uint8Array, by = examine) =>
  by(bytes)
    .signatures.map((one) => one.verdict)
    .join()

test('the decision as it was made is the beginning of the signed one, which names office, certificate and claimed time', () => {
  expect(signed.subarray(0, made.length).equals(made)).toBe(true)
  const [found, another] = examine(signed).signatures
  expect(another).toBeUndefined()
  expect(found).toMatchObject({ verdict: 'whole', signer: office, claimedAt, stamp: null })
  expect(found?.certificate?.issuer).toContain('演示')
  expect(found?.certificate?.subject).toContain(`O=${office}`)
})

test('whichever byte is another, nobody is told that the paper is whole', () => {
  const room = signed.lastIndexOf('/Contents <') + '/Contents '.length
  const end = signed.indexOf('>', room) + 1
  const [before] = examine(signed).signatures
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: signed.length - 1 }),
      fc.integer({ min: 1, max: 255 }),
      (at, by) => {
        const changed = Buffer.from(signed)
        changed[at] = (changed[at] ?? 0) ^ by
        const [found] = examine(changed).signatures
        // The room holds the signature: what in it says nothing of the paper may be another, as a digit in capitals.
        if (found?.verdict === 'whole') {
          expect([at > room, at < end]).toEqual([true, true])
          expect(found).toEqual(before)
        }
      },
    ),
    { numRuns: 150 },
  )
  const words = Buffer.from(signed)
  words[made.length >> 1] = (words[made.length >> 1] ?? 0) ^ 1
  expect(verdict(words)).toBe('altered')
})

test('of a file that nobody trusts and that was added to, nobody reads that it is whole', () => {
  const added = verdict(Buffer.concat([signed, Buffer.from('\n% more')]), createExaminer([]))
  expect(added).toBe('untrusted')
  expect(Object.values(verdictWords.untrusted).join()).not.toMatch(/文件完整|file is whole/)
})

test('what is added behind, an authority that nobody trusts and an unsigned paper are told apart', () => {
  expect(verdict(Buffer.concat([signed, Buffer.from('\n% more')]))).toBe('added-to')
  expect(verdict(signed, createExaminer([]))).toBe('untrusted')
  expect(verdict(made)).toBe('')
})

test('by the national algorithm it is signed beside the file; another byte, another key and nonsense do not fit', async () => {
  const { pdf, sm2 } = await own.signed(made)
  if (!sm2) throw new Error('it was not signed')
  const other = await (await openOffice()).signed(made)
  expect(examine(pdf, sm2).national).toEqual({
    whole: true,
    key: expect.stringMatching(/^\w{64}$/),
  })
  const altered = Buffer.from(pdf)
  altered[5_000] = (altered[5_000] ?? 0) ^ 1
  const wrong = [
    examine(altered, sm2),
    examine(pdf, { ...sm2, publicKey: other.sm2?.publicKey ?? '' }),
    examine(pdf, { ...sm2, signature: new Uint8Array(70) }),
    examine(pdf, { ...sm2, publicKey: 'nonsense' }),
  ]
  for (const { national } of wrong) expect(national).toMatchObject({ whole: false })
  expect(examine(pdf).national).toBeNull()
})

test('keys of offices lie in a folder as pairs; a certificate of another key is refused', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'anjian-keys-'))
  const { key, certificate, chain, sm2 } = await own.keyOf(office)
  const pem = (one: KeyObject) => one.export({ type: 'pkcs8', format: 'pem' })
  writeFileSync(join(folder, 'bureau.key.pem'), pem(key))
  writeFileSync(join(folder, 'bureau.cert.pem'), [certificate, ...chain].join('\n'))
  if (sm2) writeFileSync(join(folder, 'bureau.sm2.pem'), pem(sm2))
  const seal = createLocalSealer(async (name) => readSigningKeys(folder).get(name), null)
  const { pdf, sm2: beside } = await seal.sign({
    document: 'd',
    office,
    title: 't',
    at: claimedAt,
    pdf: made,
  })
  expect(examine(pdf, beside ?? null)).toMatchObject({
    signatures: [{ verdict: 'whole', signer: office }],
    national: { whole: true },
  })
  writeFileSync(
    join(folder, 'other.key.pem'),
    pem(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey),
  )
  writeFileSync(join(folder, 'other.cert.pem'), certificate.toString())
  expect(() => readSigningKeys(folder)).toThrow(/other/)
})

test('a paper signed on behalf of an office whose key is not there leaves unsigned', async () => {
  const seal = createLocalSealer(async () => undefined, null)
  const { pdf } = await seal.sign({ document: 'd', office, title: 't', at: claimedAt, pdf: made })
  expect(Buffer.from(pdf).equals(made)).toBe(true)
})

test('an authority for the time is named with the time that it vouches for', async () => {
  const tsa = await openTsa('2026-04-30T01:02:09.000Z')
  const stamped = await openOffice(createTimeStamper(tsa.url))
  const { pdf } = await stamped.signed(made)
  await tsa.close()
  const stamp = { at: '2026-04-30T01:02:09.000Z', authority: '测试时间戳机构' }
  const both = createExaminer([stamped.root, tsa.root])(pdf).signatures
  expect(both).toMatchObject([{ verdict: 'whole', claimedAt, stamp: { ...stamp, trusted: true } }])
  const one = createExaminer([stamped.root])(pdf).signatures
  expect(one).toMatchObject([{ verdict: 'whole', stamp: { ...stamp, trusted: false } }])
})

test('an authority that answers another question, or nothing, signs nothing', async () => {
  const liar = await openTsa('2026-04-30T01:02:09.000Z', true)
  const stamped = await openOffice(createTimeStamper(liar.url))
  await expect(stamped.signed(made)).rejects.toThrow(/another question/)
  await liar.close()
  await expect(stamped.signed(made)).rejects.toThrow()
})

test('whatever somebody sends, it is examined in no time and never believed', () => {
  const room = (digits: string) => {
    const head = '%PDF-1.7\n/Contents '
    const [from, to] = [head.length, head.length + digits.length + 2]
    const tail = `\n/ByteRange [0 ${from} ${to} `
    const length = tail.length + 4
    return Buffer.from(`${head}<${digits}>${tail}${String(length).padStart(3, ' ')}]`)
  }
  const hostile = [
    room('00'),
    room('3080'.repeat(4_000)),
    room(`30${'84ffffffff'.repeat(3_000)}`),
    room('a0'.repeat(50_000)),
    Buffer.from('%PDF-1.7 /ByteRange [0 99999999 999999999 9999999999]'),
    Buffer.from(`%PDF-1.7 ${'/ByteRange [0 1 2 3] '.repeat(100_000)}`),
  ]
  for (const bytes of hostile) {
    expect(verdict(bytes)).not.toContain('whole')
  }
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2_000 }), (noise) => {
      expect(verdict(room(Buffer.from(noise).toString('hex')))).not.toContain('whole')
    }),
  )
})
