// Which servers' certificates wait for somebody to trust them, and who trusted which?
import { X509Certificate } from 'node:crypto'
import { appendFile, mkdir, readdir, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'

export type ServerCertificate = {
  /** SHA-1 of the certificate in hex, as plants' engineers read it out over the telephone. */
  thumbprint: string
  sha256: string
  subject: string
  issuer: string
  /** URIs and hosts that it names. */
  names: string
  from: string
  to: string
  seenAt: string
}

export type Trusted = { thumbprint: string; subject: string; by: string; reason: string; at: string }

/** Why it was not done. */
export class TrustRefused extends Error {
  readonly code: 'no-such-certificate' | 'no-name'
  constructor(code: TrustRefused['code']) {
    super(code)
    this.name = 'TrustRefused'
    this.code = code
  }
}

const rejectedIn = (root: string) => join(root, 'rejected')
const trustedIn = (root: string) => join(root, 'trusted', 'certs')
const logOf = (root: string) => join(root, 'trusted-by.jsonl')

/** Certificates that plants have shown and nobody has trusted, newest first. `root`: the folder of the link's certificates. */
export const listRejected = async (root: string): Promise<ServerCertificate[]> =>
  (await certificatesIn(rejectedIn(root))).map(({ certificate }) => certificate).sort((a, b) => (a.seenAt < b.seenAt ? 1 : -1))

/** Certificates that are trusted now. */
export const listTrusted = async (root: string): Promise<ServerCertificate[]> =>
  (await certificatesIn(trustedIn(root))).map(({ certificate }) => certificate)

/** Who trusted what, oldest first. */
export const trustLog = async (root: string): Promise<Trusted[]> => {
  const text = await readFile(logOf(root), 'utf8').catch(() => '')
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Trusted)
}

/**
 * A person by name answers for a certificate: it counts at the next attempt to connect. The name is written down before the certificate is
 * moved, so that none is trusted without one. Throws `TrustRefused`.
 */
export const trustCertificate = async (root: string, of: { thumbprint: string; by: string; reason: string; at: Date }): Promise<void> => {
  if (of.by.trim() === '') throw new TrustRefused('no-name')
  const found = (await certificatesIn(rejectedIn(root))).find(({ certificate }) => certificate.thumbprint === of.thumbprint.toUpperCase())
  if (!found) throw new TrustRefused('no-such-certificate')
  const { thumbprint, subject } = found.certificate
  await appendFile(logOf(root), `${JSON.stringify({ thumbprint, subject, by: of.by, reason: of.reason, at: of.at.toISOString() })}\n`)
  await mkdir(trustedIn(root), { recursive: true })
  await rename(join(rejectedIn(root), found.file), join(trustedIn(root), found.file))
}

const certificatesIn = async (folder: string): Promise<{ file: string; certificate: ServerCertificate }[]> => {
  const files = (await readdir(folder).catch(() => [])).filter((file) => /\.(pem|der|crt)$/i.test(file))
  const read = await Promise.all(files.map((file) => readOne(folder, file)))
  return read.filter((one) => one !== null)
}

/** What is no certificate is not shown: nobody could trust it. */
const readOne = async (folder: string, file: string) => {
  try {
    const path = join(folder, file)
    const one = new X509Certificate(await readFile(path))
    const seenAt = (await stat(path)).mtime.toISOString()
    const bare = (fingerprint: string) => fingerprint.replaceAll(':', '')
    const [thumbprint, sha256] = [bare(one.fingerprint), bare(one.fingerprint256)]
    const [from, to] = [new Date(one.validFrom).toISOString(), new Date(one.validTo).toISOString()]
    const { subject, issuer, subjectAltName: names = '' } = one
    return { file, certificate: { thumbprint, sha256, subject, issuer, names, from, to, seenAt } }
  } catch {
    return null
  }
}
