// What does the form of a self-check ask, and how is the ledger shown?

import { type Text, text } from '../language/words.ts'
import type { Field } from '../model/process.ts'

const field = (
  name: string,
  kind: Field['kind'],
  words: Text,
  required: boolean,
  hint?: Text,
): Field => ({
  name,
  kind,
  words,
  required,
  ...(hint ? { hint } : {}),
})

/** The form; `found` is written one item to a line. */
export const entryFields: Field[] = [
  field('day', 'date', text('检查日期', 'Date of the inspection'), true),
  field('place', 'place', text('检查部位', 'Where'), true),
  field('checked', 'long-text', text('检查内容', 'What was checked'), true),
  field(
    'found',
    'long-text',
    text('发现问题', 'What was found'),
    false,
    text('每行一项；未发现问题则留空', 'One item per line; leave empty if nothing was found'),
  ),
  field('note', 'long-text', text('备注', 'Note'), false),
  field('photos', 'files', text('照片', 'Photos'), false),
]
