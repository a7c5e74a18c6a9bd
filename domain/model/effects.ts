// What does a decision ask for outside its transaction?

import type { Text } from '../language/words.ts'
import type { Instant } from '../time/instant.ts'
import type { Audience } from './audience.ts'
import type { PaymentEffect } from './collection/collection.ts'
import type { Opener } from './link.ts'

/** Asks for the bytes of a document that has its number; `about` is its kind. */
export type MakeDocument = { kind: 'document'; document: string; about: string }

/** Something asked for outside the transaction, executed once by the loop and keyed by its row. */
export type NewEffect = NoticeEffect | ActEffect | CaseEffect | DeviceEffect | PaymentEffect

/** To the device whose alarm the case is: both have one id. */
export type DeviceRequest = { verb: 'acknowledge' | 'reset'; args: Record<string, string> }
export type DeviceEffect = DeviceRequest & {
  kind: 'device'
  about: string
  by: string
  notBefore: Instant
}

/** Another case that an event has given cause for, opened by whoever acted; its id is that of the link. */
export type CaseEffect = {
  kind: 'case'
  about: string
  link: string
  process: string
  opener: Opener
  by: string
  data: Record<string, unknown>
  notBefore: Instant
}

/** An act on another case: on the one behind a licence of the same holder, or on one that is known. */
export type ActEffect = {
  kind: 'act'
  /** The event it follows from, and the link that keeps its outcome. */
  about: string
  link: string
  process: string
  type: string
  data: Record<string, unknown>
  whileOpen: boolean
  notBefore: Instant
} & ({ licence: string; owner: string | null; to?: never } | { to: string; licence?: never })

export type NoticeEffect = {
  kind: 'notice'
  /** Event or level it speaks of. */
  about: string
  escalationLevel: string | null
  obligation: string | null
  groups: string[]
  /** Told by name, beside whoever holds the posts. */
  people?: string[]
  /** Beside inbox and mail its people are called, until somebody answers. */
  calls?: true
  /** Told only as long as this is still wanted. */
  request?: TaskRequest
  title: Text
  body: Text
  audience: Audience
  notBefore: Instant
}

/** 加签, 委派: whose signature or work a notice speaks of; who is asked no more is not told any more. */
export type TaskRequest = { task: string; signer?: number; delegate?: string }
