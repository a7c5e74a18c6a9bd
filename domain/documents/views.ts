// In which shape does a reader see the documents of a case?

import type { Text } from '../language/words.ts'
import type { DocumentState } from '../model/document.ts'
import type { Instant } from '../time/instant.ts'

/** `served` false: opened in the portal by somebody who has not agreed that this serves it. */
export type ServiceView = { method: Text; receiver: string; served: boolean; at: Instant }

export type DocumentView = {
  id: string
  kind: string
  version: number
  title: Text
  number: string | null
  state: DocumentState
  at: Instant
  endedAt: Instant | null
  /** Null until its bytes are made. */
  url: string | null
  sha256: string | null
  size: number | null
  code: string
  internal: boolean
  services: ServiceView[]
}

export type DocumentList = { items: DocumentView[] }
