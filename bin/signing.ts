// With which keys does this process sign, and which roots does it believe?
import { join } from 'node:path'
import type { ElectronicSeal } from '../documents/seal.ts'
import { openDemoAuthority } from '../documents/signing/demo-authority.ts'
import { readCertificates, readSigningKeys } from '../documents/signing/keys.ts'
import { createLocalSealer } from '../documents/signing/local-sealer.ts'
import { createTimeStamper } from '../documents/signing/timestamp.ts'
import { examineApart } from './documents/examine-apart.ts'
import type { Env } from './env.ts'

type SigningEnv = Pick<Env, 'mode' | 'dataDir' | 'signingKeys' | 'trustedRoots' | 'tsaUrl'>

/** Keys of offices from their folder; those of a demo, made at need, where none is named; undefined: nothing is signed here. */
export const openSeal = async (env: SigningEnv): Promise<ElectronicSeal | undefined> => {
  const stamp = env.tsaUrl === undefined ? null : createTimeStamper(env.tsaUrl)
  if (env.signingKeys !== undefined) {
    const keys = readSigningKeys(env.signingKeys)
    return createLocalSealer(async (office) => keys.get(office), stamp)
  }
  if (env.mode !== 'demo') return undefined
  const { keyOf } = await openDemoAuthority(demoFolder(env))
  return createLocalSealer(keyOf, stamp)
}

/** Believes the named roots, and in a demo the demo's own. */
export const openExaminer = async (env: SigningEnv): Promise<ReturnType<typeof examineApart>> => {
  const named = env.trustedRoots === undefined ? [] : readCertificates(env.trustedRoots)
  if (env.mode !== 'demo' || env.signingKeys !== undefined) return examineApart(named)
  const { root } = await openDemoAuthority(demoFolder(env))
  return examineApart([...named, root])
}

const demoFolder = ({ dataDir }: SigningEnv): string => join(dataDir, 'demo-signing')
