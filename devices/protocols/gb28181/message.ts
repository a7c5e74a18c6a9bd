// Which parts does a MANSCDP body of GB/T 28181 have?
import type { Element } from '../../../domain/xml.ts'

export const roots = ['Notify', 'Response', 'Query', 'Control'] as const
export type Root = (typeof roots)[number]

/** `declared`: the charset that the document names; GB2312 where it names none (annex A of the standard). */
export type Message = {
  declared: string
  kind: Root
  command: string
  serial: string
  device: string
  head: string
  root: Element
  tail: string
}

/** `charset`: what it is written in when the document names nothing. */
export type Dialect = { charset: string }
