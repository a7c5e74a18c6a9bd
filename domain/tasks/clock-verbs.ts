// What can the owner of a clock do with a running period?
import { text } from '../language/words.ts'
import type { Field } from '../model/process.ts'
import type { VerbDefinition } from './verb-definition.ts'

const reason: Field = {
  name: 'reason',
  words: text('理由', 'Reason'),
  kind: 'long-text',
  required: true,
}
const obligation: Field = {
  name: 'obligation',
  words: text('时限', 'Limit'),
  kind: 'choice',
  required: true,
}
const article: Field = {
  name: 'article',
  words: text('依据条款', 'Article'),
  kind: 'text',
  required: false,
}

/** Wanted where the rule lets only a superior or the government lengthen the period. */
const paper: Field = {
  name: 'paper',
  words: text(
    '批准文件文号（由上级机关或者政府批准的）',
    'Number of the approval (by a superior or the government)',
  ),
  kind: 'text',
  required: false,
}

/** Verbs of the clock overlay: a period stops, goes on, is lengthened, and an expiry that waits for a person is confirmed. */
export const clockVerbs = {
  'pause-clock': {
    words: text('停止计时', 'Stop the clock'),
    party: text('时限已中止计算', 'The clock was stopped'),
    fields: [
      obligation,
      { name: 'kind', words: text('事由', 'Ground'), kind: 'text', required: true },
      article,
      reason,
    ],
    material: true,
    listed: true,
  },
  'resume-clock': {
    words: text('恢复计时', 'Start the clock again'),
    party: text('时限已恢复计算', 'The clock runs again'),
    fields: [obligation, reason],
    material: true,
    listed: true,
  },
  'extend-clock': {
    words: text('延长时限', 'Extend the limit'),
    party: text('时限已延长', 'The limit was extended'),
    fields: [
      obligation,
      { name: 'by', words: text('延长数', 'Units'), kind: 'number', required: true },
      paper,
      reason,
    ],
    material: true,
    listed: true,
  },
  'confirm-rung': {
    words: text('确认到期', 'Confirm expiry'),
    party: text('', ''),
    fields: [
      obligation,
      { name: 'escalationLevel', words: text('环节', 'Level'), kind: 'text', required: true },
      reason,
    ],
    material: true,
    listed: true,
  },
} as const satisfies Record<string, VerbDefinition>
