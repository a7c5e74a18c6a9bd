// Who signs, with which time and believed by which roots, as the environment says it?
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openExaminer, openSeal } from '../../../bin/signing.ts'
import { openTsa } from '../../support/servers/tsa.ts'
import { claimedAt, decision, office } from './papers.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'anjian-data-'))
const paper = () => ({ document: 'd', office, title: 't', at: claimedAt, pdf: decision() })

test('a demo signs with its own authority, which it believes, and with the time of the one that is named', async () => {
  const tsa = await openTsa('2026-04-30T01:02:09.000Z')
  const trustedRoots = join(dataDir, 'roots.pem')
  writeFileSync(trustedRoots, tsa.root.toString())
  const env = { mode: 'demo' as const, dataDir, tsaUrl: tsa.url, trustedRoots }
  const [seal, examine] = [await openSeal(env), await openExaminer(env)]
  const signed = await seal?.sign(paper())
  await tsa.close()
  expect(
    await examine(signed?.pdf ?? new Uint8Array(), signed?.sm2 ?? null, 'ahead'),
  ).toMatchObject({
    signatures: [{ verdict: 'whole', stamp: { at: '2026-04-30T01:02:09.000Z', trusted: true } }],
    national: { whole: true },
  })
  expect(tsa.asked()).toBe(1)
})

test('production signs nothing without keys, and believes no demo', async () => {
  const production = { mode: 'production' as const, dataDir }
  expect(await openSeal(production)).toBeUndefined()
  const demo = await openSeal({ mode: 'demo', dataDir })
  const signed = await demo?.sign(paper())
  const examine = await openExaminer(production)
  const { signatures } = await examine(signed?.pdf ?? new Uint8Array(), null, 'behind')
  expect(signatures).toMatchObject([{ verdict: 'untrusted' }])
})
