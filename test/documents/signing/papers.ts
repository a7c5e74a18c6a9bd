// Papers as offices make them, signed by an authority of tests.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sampleOf } from '../../../bin/documents/sample.ts'
import { createRenderer } from '../../../documents/render.ts'
import { demoSealer } from '../../../documents/seal.ts'
import type { TimeStamper } from '../../../documents/signing/cms.ts'
import { openDemoAuthority } from '../../../documents/signing/demo-authority.ts'
import { createLocalSealer } from '../../../documents/signing/local-sealer.ts'
import { enforcementCase } from '../../../domain/enforcement-case/process.ts'

export const office = '衢州市柯城区应急管理局'
export const claimedAt = '2026-04-30T01:02:03.000Z'

/** The decision as it is printed, before anybody signs. */
export const decision = (): Uint8Array => {
  const declared = enforcementCase.documents?.find(({ id }) => id === 'decide-penalty')
  if (!declared) throw new Error('there is no decision')
  return createRenderer(demoSealer).render(sampleOf(enforcementCase, declared).content)
}

/** Root, seal and a decision that it has signed. */
export const openOffice = async (stamp: TimeStamper | null = null) => {
  const folder = mkdtempSync(join(tmpdir(), 'anjian-signing-'))
  const { root, keyOf } = await openDemoAuthority(folder)
  const seal = createLocalSealer(keyOf, stamp)
  const signed = (pdf: Uint8Array) =>
    seal.sign({ document: 'd1', office, title: '行政处罚决定书', at: claimedAt, pdf })
  return { folder, root, keyOf, signed }
}
