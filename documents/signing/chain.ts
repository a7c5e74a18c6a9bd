// Does a certificate lead to a root that we trust, at the time of the signature?
import type { X509Certificate } from 'node:crypto'

const mostSteps = 6

/** By issuing certificates that came with the message; only `roots` are believed. */
export const leadsToRoot = (
  certificate: X509Certificate,
  others: readonly X509Certificate[],
  roots: readonly X509Certificate[],
  at: Date,
): boolean => {
  let current = certificate
  for (let step = 0; step < mostSteps; step += 1) {
    if (!holdsAt(current, at)) return false
    if (roots.some((root) => root.fingerprint256 === current.fingerprint256)) return true
    const root = roots.find((one) => issued(one, current))
    if (root) return holdsAt(root, at)
    const next = others.find((one) => one !== current && issued(one, current))
    if (!next) return false
    current = next
  }
  return false
}

const holdsAt = ({ validFromDate, validToDate }: X509Certificate, at: Date): boolean =>
  validFromDate <= at && at <= validToDate

const issued = (issuer: X509Certificate, certificate: X509Certificate): boolean => {
  try {
    return issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)
  } catch {
    return false
  }
}
