// In which words do cameras come to the browser?

import type { Text } from '../language/words.ts'
import type { Instant } from '../time/instant.ts'

export type VideoSourceView = {
  id: string
  name: string
  owner: string
  /** An address with `{point}`, `{expires}` and `{token}`; the secret is never shown. */
  template: string
  seconds: number
  enabled: boolean
  cameras: number
}
export type LookView = {
  id: number
  at: Instant
  person: string
  camera: string
  name: string
  region: Text
}
