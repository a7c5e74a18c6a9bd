// Example matter 示例事项: an enterprise asks, the inspectors of its county answer by a date, on paper.
// States: open → answered. See statechart.ts.
// Clock: the answer, by the date that was asked for; the section chief and then the leader are told when it is missed. See clocks.ts.
// Rules: rules.ts. Acts: acts.ts. The letter of the answer: documents.ts. Names: words.ts. Who is meant: addresses.ts.

import { text } from '../../../../domain/language/words.ts'
import type { ProcessDefinition } from '../../../../domain/model/process.ts'
import { ask, describe, events } from './acts.ts'
import { clocks } from './clocks.ts'
import { documents } from './documents.ts'
import { rules } from './rules.ts'
import { machine } from './statechart.ts'
import { words } from './words.ts'

export const exampleMatter: ProcessDefinition = {
  id: 'example-matter',
  version: 1,
  title: text('示例事项', 'Example matter'),
  summary: text(
    '企业提出问题，县级检查员在约定日期前书面答复。',
    'An enterprise asks, and inspectors answer in writing by a date.',
  ),
  numberWord: '示例',
  law: '本机关公开承诺',
  machine,
  settled: 'answered',
  start: ask,
  events,
  rules,
  clocks,
  words,
  usual: { answer: ['answer'] },
  reopen: null,
  describe,
  level: () => null,
  migrations: [],
  documents,
}
