// An authority for the time as tests have one (RFC 3161): with a root and a key of its own, over HTTP.
import {
  createHash,
  generateKeyPairSync,
  type KeyObject,
  sign,
  type X509Certificate,
} from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Integer, Null, ObjectIdentifier, OctetString } from 'asn1js'
import {
  AlgorithmIdentifier,
  ContentInfo,
  IssuerAndSerialNumber,
  PKIStatusInfo,
  SignedAndUnsignedAttributes,
  SignerInfo,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs'
import {
  asSet,
  attribute,
  certificateHash,
  inOrder,
  sha256,
  signedData,
} from '../../../documents/signing/cms.ts'
import { exact, oids, parsedCertificate, readDer } from '../../../documents/signing/der.ts'
import { issueCertificate } from '../../../documents/signing/issue.ts'

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 })

/** `at`: the time it vouches for; `lie` makes it speak of something else than it was asked. */
export const openTsa = async (at: string, lie = false) => {
  const [rootKeys, keys] = [pair(), pair()]
  const root = issueCertificate(
    { common: '测试时间戳根', organisation: '测试时间戳根' },
    'authority',
    rootKeys.publicKey,
    { key: rootKeys.privateKey, certificate: null },
  )
  const certificate = issueCertificate(
    { common: '测试时间戳机构', organisation: '测试时间戳机构' },
    'time',
    keys.publicKey,
    { key: rootKeys.privateKey, certificate: root },
  )
  let asked = 0
  const server = createServer(async (request, response) => {
    asked += 1
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = answerTo(Buffer.concat(chunks), { key: keys.privateKey, certificate, at, lie })
    response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    root,
    asked: () => asked,
    close: async (): Promise<void> => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

type Voice = { key: KeyObject; certificate: X509Certificate; at: string; lie: boolean }

const answerTo = (query: Uint8Array, { key, certificate, at, lie }: Voice): Uint8Array => {
  const asked = new TimeStampReq({ schema: readDer(query) })
  if (lie)
    asked.messageImprint.hashedMessage = new OctetString({ valueHex: exact(Buffer.alloc(32, 7)) })
  const info = new TSTInfo({
    version: 1,
    policy: '1.2.3.4.5',
    messageImprint: asked.messageImprint,
    serialNumber: new Integer({ value: 1 }),
    genTime: new Date(at),
    ...(asked.nonce ? { nonce: asked.nonce } : {}),
  })
  const token = tokenOf(new Uint8Array(info.toSchema().toBER()), key, certificate)
  const reply = new TimeStampResp({
    status: new PKIStatusInfo({ status: 0 }),
    timeStampToken: new ContentInfo({ schema: readDer(token) }),
  })
  return new Uint8Array(reply.toSchema().toBER())
}

const tokenOf = (content: Uint8Array, key: KeyObject, certificate: X509Certificate): Uint8Array => {
  const own = parsedCertificate(certificate)
  const digest = createHash('sha256').update(content).digest()
  const attributes = inOrder([
    attribute(oids.contentType, new ObjectIdentifier({ value: oids.timeStampInfo })),
    attribute(oids.messageDigest, new OctetString({ valueHex: exact(digest) })),
    attribute(oids.signingCertificate, certificateHash(certificate)),
  ])
  const signer = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
    digestAlgorithm: sha256(),
    signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
    signatureAlgorithm: new AlgorithmIdentifier({
      algorithmId: oids.rsa,
      algorithmParams: new Null(),
    }),
    signature: new OctetString({ valueHex: exact(sign('sha256', asSet(attributes), key)) }),
  })
  return signedData(oids.timeStampInfo, signer, [certificate], content)
}
