// What are the states and tasks of a listing called, for the office and for the party?
import { type Text, text } from '../language/words.ts'
import type { ProcessWords } from '../model/process.ts'
import { documentWords } from './document-words.ts'
import type { DishonestyListingState, DishonestyListingTask } from './statechart.ts'

const states = {
  notifying: text('待拟定告知', 'Notice to be made'),
  'serving-notice': text('告知书送达中', 'Notice to be served'),
  awaiting: text('待陈述申辩', 'Party to be heard'),
  weighing: text('复核陈述申辩', 'Statement under examination'),
  deciding: text('待作出决定', 'To be decided'),
  serving: text('决定书送达中', 'Decision to be served'),
  listed: text('已列入名单', 'Listed'),
  'examining-repair': text('核实信用修复申请', 'Application under examination'),
  'deciding-repair': text('待决定信用修复', 'Early removal to be decided'),
  removed: text('已提前移出', 'Removed early'),
  'not-listed': text('不予列入', 'Not listed'),
  expired: text('期满移出', 'Term ended'),
  annulled: text('处罚撤销，终止列入', 'Ended: penalty annulled'),
  undone: text('已撤销列入', 'Listing undone'),
} as const satisfies Record<DishonestyListingState, Text>

const partyStates: Record<DishonestyListingState, Text> = {
  ...states,
  notifying: text('列入名单审查中', 'It is examined whether you are listed'),
  'serving-notice': text('告知书送达中', 'A notice is being served'),
  awaiting: text('请陈述申辩', 'Please state your case'),
  weighing: text('陈述申辩复核中', 'What you said is examined'),
  deciding: text('列入名单决定中', 'Being decided'),
  serving: text('列入决定书送达中', 'The decision is being served'),
  'examining-repair': text('信用修复审核中', 'Your application is examined'),
  'deciding-repair': text('信用修复审核中', 'Your application is examined'),
}

const tasks: Record<DishonestyListingTask, Text> = {
  'notify-listing': text('拟定列入告知', 'Make the notice'),
  'serve-notice': text('送达列入告知书', 'Serve the notice'),
  'state-case': text('陈述申辩', 'State the case'),
  'weigh-statement': text('复核陈述申辩', 'Examine the statement'),
  'decide-listing': text('作出列入决定', 'Decide on the listing'),
  'serve-listing': text('送达列入决定书并公示', 'Serve and publish the decision'),
  'examine-repair': text('核实信用修复申请', 'Examine the application'),
  'decide-repair': text('决定信用修复', 'Decide on early removal'),
}

export const words: ProcessWords = { states, partyStates, tasks, documents: documentWords }
