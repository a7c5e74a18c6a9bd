// Who certifies the offices of a demo? An authority of its own in the data folder, which says in each name that it is one.
import {
  createHash,
  createPrivateKey,
  generateKeyPair,
  type KeyObject,
  randomUUID,
  X509Certificate,
} from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { SigningKey } from './cms.ts'
import { issueCertificate } from './issue.ts'
import { readSm2Key } from './sm2.ts'

const newPair = promisify(generateKeyPair)
const root = { common: '智慧安监演示根证书（DEMO，无法律效力）', organisation: '智慧安监演示 DEMO' }

/** Makes the authority the first time, and a certificate for each office when it first signs. Several processes may share the folder. */
export const openDemoAuthority = async (folder: string) => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const authority = await kept(folder, 'demo-root', (keys) =>
    issueCertificate(root, 'authority', keys.publicKey, {
      key: keys.privateKey,
      certificate: null,
    }),
  )
  const known = new Map<string, Promise<SigningKey>>()
  const open = async (office: string): Promise<SigningKey> => {
    const name = createHash('sha256').update(office).digest('hex').slice(0, 16)
    const subject = { common: `${office}（演示电子印章 DEMO）`, organisation: office }
    const own = await kept(folder, name, ({ publicKey }) =>
      issueCertificate(subject, 'signature', publicKey, authority),
    )
    return { ...own, chain: [authority.certificate], sm2: await keptSm2(folder, name) }
  }
  const keyOf = (office: string): Promise<SigningKey> => {
    const found = known.get(office) ?? open(office)
    known.set(office, found)
    found.catch(() => known.delete(office))
    return found
  }
  return { root: authority.certificate, keyOf }
}

type Pair = { publicKey: KeyObject; privateKey: KeyObject }
type Held = { key: KeyObject; certificate: X509Certificate }

/** Key and certificate are one file, so that nobody finds one without the other. */
const kept = async (
  folder: string,
  name: string,
  issue: (pair: Pair) => X509Certificate,
): Promise<Held> => {
  const pem = await once(join(folder, `${name}.pem`), async () => {
    const pair = await newPair('rsa', { modulusLength: 2048 })
    const key = pair.privateKey.export({ type: 'pkcs8', format: 'pem' })
    return `${key}${issue(pair).toString()}`
  })
  return { key: createPrivateKey(pem), certificate: new X509Certificate(certificateIn(pem)) }
}

const keptSm2 = async (folder: string, name: string): Promise<KeyObject> =>
  readSm2Key(
    await once(join(folder, `${name}.sm2.pem`), async () => {
      const { privateKey } = await newPair('ec', { namedCurve: 'SM2' })
      return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    }),
  )

/** What the file says, which is written whole the first time; of two that make it at once the first stays. */
const once = async (file: string, make: () => Promise<string>): Promise<string> => {
  if (!existsSync(file)) {
    const beside = `${file}.${randomUUID()}`
    writeFileSync(beside, await make(), { mode: 0o600 })
    try {
      linkSync(beside, file)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      rmSync(beside)
    }
  }
  return readFileSync(file, 'utf8')
}

const certificateIn = (pem: string): string => pem.slice(pem.indexOf('-----BEGIN CERTIFICATE'))
