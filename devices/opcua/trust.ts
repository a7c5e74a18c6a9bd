// Which servers' certificates lie in the folder of a link: shown and not trusted, or believed?
import { X509Certificate } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export type ServerCertificate = {
  /** SHA-1 of the certificate in hex, as plants' engineers read it out over the telephone. */
  thumbprint: string
  sha256: string
  /** DER. */
  certificate: Uint8Array
  subject: string
  issuer: string
  /** URIs and hosts that it names. */
  names: string
  from: string
  to: string
  seenAt: string
}

/** Whoever stands between us and the plant may show a new one at each attempt. */
const mostRejected = 20

const rejectedIn = (root: string) => join(root, 'rejected')
const trustedIn = (root: string) => join(root, 'trusted', 'certs')

/** Certificates that the server has shown and nobody has trusted, newest first; older ones than the newest few are cleared away. */
export const listRejected = async (root: string): Promise<ServerCertificate[]> => {
  const shown = (await certificatesIn(rejectedIn(root))).sort((a, b) =>
    a.seenAt < b.seenAt ? 1 : -1,
  )
  for (const { path } of shown.slice(mostRejected)) await rm(path, { force: true })
  return shown.slice(0, mostRejected).map(({ path: _, ...certificate }) => certificate)
}

/** What changed: whether one is believed now that was not, and whether one is not that was. */
export type TrustChange = { trusted: boolean; withdrawn: boolean }

/** From the next attempt to connect these are believed, and no others. */
export const trustOnly = async (
  root: string,
  certificates: readonly Uint8Array[],
): Promise<TrustChange> => {
  const wanted = new Map(
    certificates.map((one) => new X509Certificate(one)).map((one) => [thumbprintOf(one), one]),
  )
  const believed = await certificatesIn(trustedIn(root))
  const withdrawn = believed.filter(({ thumbprint }) => !wanted.has(thumbprint))
  const fresh = [...wanted].filter(([thumbprint]) =>
    believed.every((one) => one.thumbprint !== thumbprint),
  )
  // What lies in both folders would count as rejected.
  const overtaken = (await certificatesIn(rejectedIn(root))).filter(({ thumbprint }) =>
    wanted.has(thumbprint),
  )
  for (const { path } of [...withdrawn, ...overtaken]) await rm(path, { force: true })
  await mkdir(trustedIn(root), { recursive: true })
  for (const [thumbprint, one] of fresh)
    await writeFile(join(trustedIn(root), `${thumbprint}.pem`), one.toString())
  return { trusted: fresh.length > 0, withdrawn: withdrawn.length > 0 }
}

const certificatesIn = async (
  folder: string,
): Promise<(ServerCertificate & { path: string })[]> => {
  const files = (await readdir(folder).catch(() => [])).filter((file) =>
    /\.(pem|der|crt)$/i.test(file),
  )
  const read = await Promise.all(files.map((file) => readOne(join(folder, file))))
  return read.filter((one) => one !== null)
}

const bare = (fingerprint: string) => fingerprint.replaceAll(':', '')
const thumbprintOf = ({ fingerprint }: X509Certificate): string => bare(fingerprint)

export const certificateOf = (certificate: Uint8Array, seenAt: string): ServerCertificate => {
  const one = new X509Certificate(certificate)
  const [from, to] = [new Date(one.validFrom).toISOString(), new Date(one.validTo).toISOString()]
  const { subject, issuer, subjectAltName: names = '' } = one
  return {
    thumbprint: thumbprintOf(one),
    sha256: bare(one.fingerprint256),
    certificate: one.raw,
    subject,
    issuer,
    names,
    from,
    to,
    seenAt,
  }
}

/** What is no certificate is not shown: nobody could trust it. */
const readOne = async (path: string) => {
  try {
    return { path, ...certificateOf(await readFile(path), (await stat(path)).mtime.toISOString()) }
  } catch {
    return null
  }
}
