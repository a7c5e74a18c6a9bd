// In which shape does a reader see what was written into a form, and which other cases it leads to?

import type { Text } from '../language/words.ts'
import type { Link } from '../model/link.ts'
import type { Instant } from '../time/instant.ts'

/** What whoever has reported is told, to follow the case with: once, for nobody can read the code again. */
export type FollowTold = { number: string | null; receipt: string; code: string }

/** Whose handwriting stands under an act; the address is the API's to say. */
export type SignedPicture = { name: string; sha256: string; url?: string }

export type FileView = { id: string; name: string; type: string; size: number; url: string }
type FileList = FileView[]

/** One item of an order as somebody found it; `attached`: what its files are, where they are no photos from before and after. */
export type ItemView = {
  item: string
  passed: boolean
  words: Text
  note: string | null
  before: FileList
  after: FileList
  attached?: Text
}

/** `value` says everything in words; `files`, `list` and `items` are its parts where a field has some; `caseId` is the case it names. */
export type FactField = {
  name: string
  label: Text
  value: Text
  files?: FileList
  list?: Text[]
  items?: ItemView[]
  caseId?: string
  /** `value` does not say it: it is shown to those who may see it, on record. */
  confidential?: true
}

/** A case of another process that something here gave cause for; `caseId` once it runs and lies in the reader's scope. */
export type LinkView = {
  id: string
  process: string
  event: Text
  words: Text
  article: string
  status: Link['status']
  /** Of an act on the case behind a licence. */
  licence?: string
  /** 演练 */
  drill?: true
  at: Instant
  number: string | null
}
