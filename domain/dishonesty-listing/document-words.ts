// What are the documents of a listing called?
import { type Text, text } from '../language/words.ts'

export const documentWords = {
  'notify-listing': text('列入严重失信主体名单告知书', 'Notice of the intended listing'),
  'decide-listing': text('列入严重失信主体名单决定书', 'Decision to list'),
  'decide-no-listing': text('不予列入严重失信主体名单决定书', 'Decision not to list'),
  'grant-repair': text('提前移出严重失信主体名单决定书', 'Decision on early removal'),
  'refuse-repair': text('不予提前移出严重失信主体名单决定书', 'Refusal of early removal'),
  'end-listing': text('撤销列入严重失信主体名单决定书', 'Decision to undo the listing'),
  'reinstate-listing': text('恢复列入严重失信主体名单决定书', 'Decision to reinstate'),
} as const satisfies Record<string, Text>
