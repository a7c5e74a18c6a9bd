// In which shape does a reader see what was written into a form, and which other cases it leads to?

import type { Text } from '../../language/words.ts'

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

/** Rows as a table: in each the cells stand under the heads; one left open is empty. */
export type RowTable = { heads: Text[]; rows: Text[][] }

/** `value` says everything in words; `files`, `list` and `items` are its parts where a field has some; `caseId` is the case it names. */
export type FactField = {
  name: string
  label: Text
  value: Text
  files?: FileList
  list?: Text[]
  items?: ItemView[]
  caseId?: string
  /** Where the answer leads outside the product. */
  href?: string
  /** `value` does not say it: it is shown to those who may see it, on record. */
  confidential?: true
  /** The act whose form has said it, where answers of several acts stand in one list. */
  act?: Text
}
