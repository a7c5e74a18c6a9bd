// With which key does an office sign? Keys lie in a folder that only the signing process can read.
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SigningKey } from './cms.ts'
import { readSm2Key } from './sm2.ts'

const ending = '.key.pem'

/** Every pair `<name>.key.pem` and `<name>.cert.pem` (with the certificates up to its root), and `<name>.sm2.pem` where there is one, by the office in its subject. */
export const readSigningKeys = (folder: string): Map<string, SigningKey> => {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
  return new Map(
    names.map((name) => {
      const key = createPrivateKey(readFileSync(join(folder, `${name}${ending}`)))
      const [certificate, ...chain] = readCertificates(join(folder, `${name}.cert.pem`))
      if (!certificate || key.asymmetricKeyType !== 'rsa' || !certificate.checkPrivateKey(key))
        throw new Error(`${name}: the certificate is not that of an RSA key of this name`)
      const national = join(folder, `${name}.sm2.pem`)
      const sm2 = existsSync(national) ? { sm2: readSm2Key(readFileSync(national, 'utf8')) } : {}
      return [nameOf(certificate), { key, certificate, chain, ...sm2 }]
    }),
  )
}

const block = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g

/** All certificates of a PEM file, in their order. */
export const readCertificates = (file: string): X509Certificate[] =>
  [...readFileSync(file, 'utf8').matchAll(block)].map(([pem]) => new X509Certificate(pem))

/** Whom a certificate names: the organisation, else the common name. */
export const nameOf = ({ subject }: X509Certificate): string => {
  const fields = fieldsOf(subject)
  return fields.get('O') ?? fields.get('CN') ?? ''
}

/** A distinguished name as node tells it, one field a line. */
export const fieldsOf = (name: string): Map<string, string> =>
  new Map(
    name.split('\n').flatMap((line) => {
      const at = line.indexOf('=')
      return at < 0 ? [] : [[line.slice(0, at), line.slice(at + 1)] as const]
    }),
  )
