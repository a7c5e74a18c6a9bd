// In which words do cameras come to the browser?

import type { Counts, SheetRead } from '../duty/views.ts'
import type { Text } from '../language/words.ts'
import type { Instant } from '../time/instant.ts'

export type CameraRow = {
  /** 20 digits (GB/T 28181). */
  id: string
  name: string
  source: string
  owner: string
  region: Text
  enterprise: { id: string; name: string } | null
  lon: number | null
  lat: number | null
  /** From the place that was asked for; null: none was. */
  metres: number | null
  synthetic: boolean
}

/** `total`: how many there are; the list is a hundred long at most. */
export type CameraList = { items: CameraRow[]; total: number }
export type CameraLink = { url: string; until: Instant }

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
export type LookView = { id: number; at: Instant; person: string; camera: string; name: string; region: Text }
export type VideoRegister = {
  sources: VideoSourceView[]
  looks: LookView[]
  changes: { id: string; at: Instant; by: string; words: string; reason: string }[]
}
export type CameraImport = SheetRead & { cameras: Counts }
