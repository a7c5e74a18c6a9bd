// What can people do with a document once it has its number, and what is each act called?

import { type Text, text } from '../language/words.ts'
import type { Field } from './process.ts'

const document: Field = {
  name: 'document',
  words: text('文书', 'Document'),
  kind: 'choice',
  required: true,
}
const reason: Field = {
  name: 'reason',
  words: text('理由', 'Reason'),
  kind: 'long-text',
  required: true,
}

/** How a document reaches whom it concerns; `portal` happens by itself when he opens it. */
export const serviceMethods = {
  counter: text('当面签收', 'Signed for at the counter'),
  mail: text('电子邮件', 'By e-mail'),
  post: text('邮寄', 'By post'),
  left: text('留置送达', 'Left at the place'),
} as const satisfies Record<string, Text>

const service: Field[] = [
  {
    name: 'method',
    words: text('送达方式', 'Method'),
    kind: 'choice',
    choices: serviceMethods,
    required: true,
  },
  { name: 'receiver', words: text('签收人', 'Received by'), kind: 'text', required: true },
]

type DocumentVerbDefinition = {
  words: Text
  party: Text
  fields: Field[]
  material: boolean
  listed: boolean
}

/** Acts on documents leave the chart where it is, also when the case is closed. */
export const documentVerbs = {
  'serve-document': {
    words: text('送达文书', 'Serve a document'),
    party: text('文书已送达', 'A document was served'),
    fields: [document, ...service],
    material: false,
    listed: true,
  },
  'void-document': {
    words: text('作废文书', 'Declare a document void'),
    party: text('一份文书已作废', 'A document was declared void'),
    fields: [document, reason],
    material: false,
    listed: true,
  },
  'reissue-document': {
    words: text('重新制发文书', 'Issue a document again'),
    party: text('一份文书已重新制发', 'A document was issued again'),
    fields: [document, reason],
    material: false,
    listed: true,
  },
  /** The party has opened it in its portal. */
  'open-document': {
    words: text('查阅文书', 'Open a document'),
    party: text('文书已在平台查阅', 'The document was opened here'),
    fields: [document],
    material: false,
    listed: false,
  },
} as const satisfies Record<string, DocumentVerbDefinition>

export type DocumentVerb = keyof typeof documentVerbs
export const isDocumentVerb = (type: string): type is DocumentVerb =>
  Object.hasOwn(documentVerbs, type)
