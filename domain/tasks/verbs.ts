// What can people do with a human task besides deciding it, and what is each verb called?
import { type Text, text } from '../language/words.ts'
import { documentVerbs } from '../model/document-verbs.ts'
import type { Field } from '../model/process.ts'
import { recordingVerbs } from '../model/recordings/recordings.ts'
import { clockVerbs } from './clock-verbs.ts'
import type { VerbDefinition } from './verb-definition.ts'

const reason = (required: boolean): Field => ({
  name: 'reason',
  words: text('理由', 'Reason'),
  kind: 'long-text',
  required,
})
/** As long as the longest answer of any form, which a correction brings anew; confidential ones among them, so no search reads it. */
const asLongAs = (name: string, words: Text, required: boolean): Field => ({
  name,
  words,
  kind: 'text',
  required,
  most: 4000,
})
const opinion = (required: boolean): Field => ({
  name: 'opinion',
  words: text('意见', 'Opinion'),
  kind: 'long-text',
  required,
})
const colleague = (words: Text): Field => ({ name: 'to', words, kind: 'choice', required: true })

/** 前加签, 并加签, 后加签. */
export const positions = {
  before: text(
    '前加签：先听其意见，再由本岗位办理',
    'Before: the opinion is heard, then the task’s own people decide',
  ),
  parallel: text('并加签：与本岗位同时签署', 'Parallel: signs beside the task’s own people'),
  after: text('后加签：本岗位办理后再签署', 'After: signs when the task’s own people have decided'),
}

/** What follows when a returned step is done: the first where nothing is said. */
export const returnWays = {
  again: text('逐级重新办理', 'Every step after it is done again'),
  straight: text('直接送回本环节', 'It comes straight back here'),
}

/** Desk verbs of one task, in the words of Chinese offices. */
export const taskVerbs = {
  claim: {
    words: text('领取', 'Claim'),
    party: text('', ''),
    fields: [],
    material: false,
    listed: true,
  },
  release: {
    words: text('放回待领', 'Release'),
    party: text('', ''),
    fields: [reason(true)],
    material: false,
    listed: true,
  },
  transfer: {
    words: text('转办', 'Transfer'),
    party: text('', ''),
    fields: [colleague(text('转给', 'To')), reason(true)],
    material: false,
    listed: true,
  },
  reassign: {
    words: text('改派', 'Re-assign'),
    party: text('', ''),
    fields: [colleague(text('改派给', 'To')), reason(true)],
    // Whoever sits over the task must hear that it is no longer his.
    material: true,
    listed: true,
  },
  sign: {
    words: text('会签同意', 'Co-sign'),
    party: text('', ''),
    fields: [opinion(false)],
    material: true,
    listed: true,
  },
  oppose: {
    words: text('签署不同意', 'Disagree'),
    party: text('', ''),
    fields: [opinion(true)],
    material: true,
    listed: true,
  },
  'add-signer': {
    words: text('加签', 'Add a signer'),
    party: text('', ''),
    fields: [
      colleague(text('加签人', 'Signer')),
      {
        name: 'position',
        words: text('加签方式', 'Position'),
        kind: 'choice',
        required: true,
        choices: positions,
      },
      reason(true),
    ],
    material: true,
    listed: true,
  },
  'remove-signer': {
    words: text('减签', 'Remove a signer'),
    party: text('', ''),
    fields: [
      { name: 'signer', words: text('减去', 'Signer'), kind: 'choice', required: true },
      reason(true),
    ],
    material: true,
    listed: true,
  },
  delegate: {
    words: text('委派', 'Delegate'),
    party: text('', ''),
    fields: [colleague(text('委派给', 'To')), reason(true)],
    material: true,
    listed: true,
  },
  'hand-back': {
    words: text('交回委派', 'Hand back'),
    party: text('', ''),
    fields: [opinion(true)],
    material: true,
    listed: true,
  },
  return: {
    words: text('退回', 'Return'),
    party: text('', ''),
    fields: [
      { name: 'to', words: text('退回到', 'Back to'), kind: 'choice', required: true },
      {
        name: 'way',
        words: text('办结后', 'When it is done'),
        kind: 'choice',
        required: false,
        choices: returnWays,
      },
      reason(true),
    ],
    material: true,
    listed: true,
  },
  copy: {
    words: text('抄送', 'Copy'),
    party: text('', ''),
    fields: [colleague(text('抄送给', 'To')), reason(false)],
    material: false,
    listed: true,
  },
  urge: {
    words: text('催办', 'Urge'),
    party: text('已催办', 'Urged'),
    fields: [reason(true)],
    material: false,
    listed: true,
  },
  borrow: {
    words: text('借用市级人员', 'Borrow eyes from the city'),
    party: text('', ''),
    fields: [reason(true)],
    material: false,
    listed: true,
  },
  open: {
    words: text('查阅', 'Open'),
    party: text('', ''),
    fields: [],
    material: false,
    listed: false,
  },
} as const satisfies Record<string, VerbDefinition>

export type TaskVerb = keyof typeof taskVerbs
export const isTaskVerb = (type: string): type is TaskVerb => Object.hasOwn(taskVerbs, type)

/** Verbs on the whole case: taking back, correcting, reopening, and the clock overlay. */
export const caseVerbs = {
  'take-back': {
    words: text('撤回', 'Take back'),
    party: text('上一步已撤回', 'The last step was taken back'),
    fields: [reason(true)],
    material: true,
    listed: true,
  },
  'request-correction': {
    words: text('申请更正', 'Request correction'),
    party: text('', ''),
    fields: [
      { name: 'seq', words: text('记录序号', 'Record number'), kind: 'number', required: true },
      { name: 'field', words: text('更正内容', 'What is corrected'), kind: 'text', required: true },
      asLongAs('value', text('更正为', 'New value'), true),
      asLongAs('dependent', text('另须填写', 'Also'), false),
      reason(true),
    ],
    material: false,
    listed: true,
  },
  'approve-correction': {
    words: text('批准更正', 'Approve correction'),
    party: text('一项记录已更正', 'A record was corrected'),
    fields: [
      { name: 'seq', words: text('记录序号', 'Record number'), kind: 'number', required: true },
      reason(false),
    ],
    material: true,
    listed: true,
  },
  'refuse-correction': {
    words: text('不予更正', 'Refuse correction'),
    party: text('', ''),
    fields: [
      { name: 'seq', words: text('记录序号', 'Record number'), kind: 'number', required: true },
      reason(true),
    ],
    material: false,
    listed: true,
  },
  reopen: {
    words: text('重新办理', 'Reopen'),
    party: text('案件已重新办理', 'The case was reopened'),
    fields: [reason(true)],
    material: true,
    listed: true,
  },
  ...clockVerbs,
} as const satisfies Record<string, VerbDefinition>

/** Looking at what is confidential: it changes nothing, and the record says who looked and why. */
export const sightVerbs = {
  unmask: {
    words: text('查看保密信息', 'See confidential information'),
    party: text('', ''),
    fields: [
      { name: 'field', words: text('查看内容', 'What was seen'), kind: 'text', required: true },
      reason(true),
    ],
    material: false,
    listed: false,
  },
} as const satisfies Record<string, VerbDefinition>

export const isSightVerb = (type: string): type is keyof typeof sightVerbs =>
  Object.hasOwn(sightVerbs, type)

export type CaseVerb = keyof typeof caseVerbs
export const isCaseVerb = (type: string): type is CaseVerb => Object.hasOwn(caseVerbs, type)

/** The definition behind any verb on a task, a case or a document; undefined for events of a chart. */
export const verbOf = (type: string): VerbDefinition | undefined =>
  [taskVerbs, caseVerbs, sightVerbs, documentVerbs, recordingVerbs]
    .filter((verbs) => Object.hasOwn(verbs, type))
    .map((verbs) => (verbs as Record<string, VerbDefinition>)[type])[0]
