// Has the party agreed in this case to be served electronically (处罚法 61(2), 民诉法 90)?
import type { EnforcementContext, EnforcementEvent } from './context.ts'

/** 送达地址确认书: once it is on file it holds for every paper of the case. Nothing where a service brings none. */
export const consentIn = ({ data }: EnforcementEvent): Partial<EnforcementContext> =>
  data.method === 'electronic' && Array.isArray(data.consent) && data.consent.length > 0
    ? { electronicConsent: true }
    : {}

export const hasConsented = (context: Record<string, unknown>): boolean =>
  context.electronicConsent === true
