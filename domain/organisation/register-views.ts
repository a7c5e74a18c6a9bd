// What do administrators read of enterprises and of machines' tokens?

import type { Text } from '../language/words.ts'
import type { Instant } from '../time/instant.ts'

export type EnterpriseEntry = {
  id: string
  code: string
  name: string
  region: Text
  industry: string
  address: string
  principal: string
  accounts: number
}
export type EnterpriseFile = Omit<EnterpriseEntry, 'accounts'> & {
  accounts: { id: string; name: string; username: string; active: boolean }[]
}
export type TokenView = {
  id: string
  name: string
  scopes: { scope: string; words: Text }[]
  region: Text
  createdAt: Instant
  createdBy: string | null
  expiresAt: Instant | null
  revokedAt: Instant | null
  revokedBy: string | null
  state: 'valid' | 'expired' | 'revoked'
}
export type ScopeChoice = { scope: string; words: Text }
export type TokensPage = { items: TokenView[]; scopes: ScopeChoice[]; regions: { id: string; name: Text }[] }
