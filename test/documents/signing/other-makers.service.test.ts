// Do checkers that share nothing with the platform find its signatures valid, and every altered paper not?
import { spawnSync } from 'node:child_process'
import { createPublicKey } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createTimeStamper } from '../../../documents/signing/timestamp.ts'
import { pythonWith } from '../../support/servers/python.ts'
import { openTsa } from '../../support/servers/tsa.ts'
import { decision, office, openOffice } from './papers.ts'

const { command, packages } = pythonWith(join(import.meta.dirname, 'pyhanko.txt'))
const python = (script: string, ...given: string[]): string => {
  const env = { ...process.env, PYTHONPATH: packages }
  const run = spawnSync(command, [join(import.meta.dirname, script), ...given], {
    env,
    encoding: 'utf8',
  })
  if (run.status !== 0) throw new Error(run.stderr)
  return run.stdout
}

type Question = { bytes: Uint8Array; roots: { toString(): string }[] }

/** What pyHanko says of each file, when it believes these roots. */
const checked = (folder: string, questions: Question[]) => {
  const written = (name: string, content: Uint8Array | string) => {
    const file = join(folder, name)
    writeFileSync(file, content)
    return file
  }
  const asked = questions.map(({ bytes, roots }, at) => [
    written(`${at}.pdf`, bytes),
    roots.map((root, index) => written(`${at}-${index}.pem`, root.toString())),
  ])
  return JSON.parse(python('check.py', JSON.stringify(asked)))
}

test('pyHanko finds a signed decision valid to its last byte, with its time stamp, and an altered one not', async () => {
  const tsa = await openTsa('2026-04-30T01:02:09.000Z')
  const [bare, stamped] = [await openOffice(), await openOffice(createTimeStamper(tsa.url))]
  const made = decision()
  const { pdf } = await bare.signed(made)
  const { pdf: timed } = await stamped.signed(made)
  await tsa.close()
  const altered = Buffer.from(pdf)
  // Within a stream of the page: what it shows is another.
  const at = altered.indexOf('stream', made.length >> 1) + 40
  altered[at] = (altered[at] ?? 0) ^ 1
  const whole = {
    intact: true,
    valid: true,
    trusted: true,
    coverage: 'ENTIRE_FILE',
    signer: office,
    format: '/ETSI.CAdES.detached',
  }
  expect(
    checked(bare.folder, [
      { bytes: pdf, roots: [bare.root] },
      { bytes: pdf, roots: [stamped.root] },
      { bytes: altered, roots: [bare.root] },
      { bytes: timed, roots: [stamped.root, tsa.root] },
    ]),
  ).toMatchObject([
    [{ ...whole, stamp: null }],
    [{ ...whole, trusted: false }],
    [{ intact: false }],
    [{ ...whole, stamp: { at: '2026-04-30T01:02:09+00:00', valid: true, trusted: true } }],
  ])
}, 180_000)

test('gmssl finds that the SM2 signature beside the decision is over its bytes, and not over others', async () => {
  const { folder, signed } = await openOffice()
  const { pdf, sm2 } = await signed(decision())
  if (!sm2) throw new Error('it was not signed')
  const altered = Buffer.from(pdf)
  altered[1_000] = (altered[1_000] ?? 0) ^ 1
  const key = createPublicKey(sm2.publicKey).export({ type: 'spki', format: 'der' }).subarray(-64)
  const asked = [pdf, altered].map((bytes, at) => {
    const file = join(folder, `sm2-${at}.pdf`)
    writeFileSync(file, bytes)
    return [file, Buffer.from(sm2.signature).toString('hex'), key.toString('hex')]
  })
  expect(JSON.parse(python('check-sm2.py', JSON.stringify(asked)))).toEqual([true, false])
}, 180_000)
