// As whom do we come to a plant, and whom do we believe?
import { hostname } from 'node:os'
import {
  MessageSecurityMode,
  makeApplicationUrn,
  OPCUACertificateManager,
  OPCUAClient,
  SecurityPolicy,
  type UserIdentityInfo,
  UserTokenType,
} from 'node-opcua'
import type { Identity, LinkSettings } from './settings.ts'

/** Shown to the plant's engineers, who trust our certificate under this name. */
const applicationName = 'AnjianPlantLink'

/** A message longer than this is an attack or a mistake; a full publish of 1,000 values is a tenth of it. */
const transportSettings = { maxMessageSize: 4 * 2 ** 20, maxChunkCount: 256 }

/** `root`: the folder of own, trusted and rejected certificates; each link has its own. Unknown servers are never accepted by themselves. */
export const openCertificates = async (root: string): Promise<OPCUACertificateManager> => {
  // No watchers: what was trusted meanwhile is read at the next attempt, by a new manager.
  const manager = new OPCUACertificateManager({
    rootFolder: root,
    automaticallyAcceptUnknownCertificate: false,
    disableFileWatchers: true,
  })
  await manager.initialize()
  return manager
}

export const makeClient = (
  settings: LinkSettings,
  certificates: OPCUACertificateManager,
  [initialDelay, maxDelay]: [number, number],
): OPCUAClient =>
  OPCUAClient.create({
    applicationName,
    // The plant compares it with the certificate's.
    applicationUri: makeApplicationUrn(hostname(), applicationName),
    endpointMustExist: false,
    securityMode:
      settings.policy === 'none' ? MessageSecurityMode.None : MessageSecurityMode.SignAndEncrypt,
    securityPolicy:
      settings.policy === 'none' ? SecurityPolicy.None : SecurityPolicy[settings.policy],
    clientCertificateManager: certificates,
    requestedSessionTimeout: 60_000,
    keepSessionAlive: true,
    transportSettings,
    connectionStrategy: { maxRetry: -1, initialDelay, maxDelay, randomisationFactor: 0.3 },
  })

/** Our certificate (DER) before the plant; it is made where there is none yet. Its key stays in the folder. */
export const ownCertificateOf = async (client: OPCUAClient): Promise<Uint8Array> => {
  await client.createDefaultCertificate()
  return client.getCertificate()
}

export const userOf = (identity: Identity): UserIdentityInfo => {
  if (identity.kind === 'anonymous') return { type: UserTokenType.Anonymous }
  if (identity.kind === 'user')
    return { type: UserTokenType.UserName, userName: identity.name, password: identity.password }
  const certificateData = Buffer.from(
    identity.certificate.replace(/-----[^-]+-----|\s/g, ''),
    'base64',
  )
  return { type: UserTokenType.Certificate, certificateData, privateKey: identity.key }
}
