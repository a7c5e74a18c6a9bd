// What has a receiver answered to a warning, if it is CAP at all?

import { complaintsOf } from '../../domain/warning/cap-shape.ts'
import { type Element, textIn } from '../../domain/xml.ts'
import type { Fault } from '../frames/protocol.ts'
import { both } from '../frames/words.ts'
import { MOST_BYTES, readXml } from '../frames/xml.ts'

export type ReadReference = { sender: string; identifier: string; sent: string }

export type CapMessage = {
  identifier: string
  sender: string
  sent: string
  status: string
  type: string
  note: string
  references: ReadReference[]
  root: Element
}

export type ReadCap = { ok: true; message: CapMessage } | { ok: false; fault: Fault }

const refused = (reason: string, zh: string, en: string): ReadCap => ({
  ok: false,
  fault: { reason, at: 0, words: both(zh, en) },
})

/** Strict UTF-8, no larger than 64 KB, no document type declaration, and exactly the order and the values of the schema. Never throws. */
export const readCap = (bytes: Uint8Array): ReadCap => {
  if (bytes.length > MOST_BYTES) return refused('oversize', '超过64KB', 'longer than 64 KB')
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refused('charset', '不是UTF-8', 'it is not UTF-8')
  }
  const read = readXml(text)
  if (!read.ok) return read
  const [declared] = /encoding\s*=\s*["']([^"']+)["']/i.exec(read.xml.head)?.slice(1) ?? []
  if (declared !== undefined && declared.toLowerCase() !== 'utf-8')
    return refused('charset', `声明为${declared}`, `it declares ${declared}`)
  const [complaint] = complaintsOf(read.xml.root)
  if (complaint !== undefined) return refused('shape', '不符合CAP 1.2', complaint)
  return messageOf(read.xml.root)
}

const messageOf = (root: Element): ReadCap => {
  const prefix = root.name.slice(0, -'alert'.length)
  const textAt = (name: string): string => textIn(root, `${prefix}${name}`) ?? ''
  const references = referencesOf(textAt('references'))
  if (!references)
    return refused('references', 'references格式有误', 'references are not sender,identifier,sent')
  const message = {
    identifier: textAt('identifier'),
    sender: textAt('sender'),
    sent: textAt('sent'),
  }
  return {
    ok: true,
    message: {
      ...message,
      status: textAt('status'),
      type: textAt('msgType'),
      note: textAt('note'),
      references,
      root,
    },
  }
}

const referencesOf = (text: string): ReadReference[] | null => {
  const parts = text.split(/\s+/).filter((part) => part !== '')
  const read = parts.map((part) => /^([^,]+),([^,]+),([^,]+)$/.exec(part))
  return read.every((one) => one !== null)
    ? read.map(([, sender = '', identifier = '', sent = '']) => ({ sender, identifier, sent }))
    : null
}

/** Whether it answers that very message of ours, and how. */
export const answerTo = (message: CapMessage, identifier: string): 'Ack' | 'Error' | null => {
  const ours = message.references.some((one) => one.identifier === identifier)
  return ours && (message.type === 'Ack' || message.type === 'Error') ? message.type : null
}
