// Which words lead an administrator through taking cases over to a newer chart?
import type { Text } from '../../domain/language/words.ts'

export const migrationWords = {
  title: { zh: '把在办案件迁到版本 {to}', en: 'Take open cases over to version {to}' },
  lead: {
    zh: '先试算：哪些案件能迁、哪些不能及原因；确认后才迁移。只涉及您管辖地区内按版本 {from} 办理的案件，编号、时限和已有任务不变。',
    en: 'A dry run first says which cases can come over and which cannot, and why; nothing moves until you confirm. Only cases on version {from} in your regions are concerned; numbers, periods and tasks stay as they are.',
  },
  dryRun: { zh: '试算', en: 'Dry run' },
  again: { zh: '重新试算', en: 'Dry run again' },
  checking: { zh: '正在试算', en: 'Dry run' },
  moving: { zh: '正在迁移', en: 'Moving' },
  progress: { zh: '{what}：{n} / {all} 件', en: '{what}: {n} of {all} cases' },
  empty: { zh: '没有在办案件按版本 {from} 办理。', en: 'No open case stands on version {from}.' },
  wouldMove: { zh: '可迁移 {n} 件', en: '{n} can come over' },
  wouldStay: { zh: '不能迁移 {n} 件，按原版本办结', en: '{n} cannot, and end under their version' },
  move: { zh: '迁移 {n} 件', en: 'Move {n} cases' },
  confirmTitle: { zh: '确认迁移', en: 'Confirm the move' },
  confirm: {
    zh: '{n} 件在办案件将从版本 {from} 迁到版本 {to}。迁移记入每个案件的办理记录，不能撤销。',
    en: '{n} open cases will move from version {from} to version {to}. Each keeps a record of it; it cannot be undone.',
  },
  confirmed: { zh: '确认迁移', en: 'Move them' },
  cancel: { zh: '取消', en: 'Cancel' },
  migrated: { zh: '已迁移 {n} 件', en: '{n} cases came over' },
  failed: {
    zh: '{n} 件没有成功，仍在原版本；可重新试算后再迁',
    en: '{n} did not succeed and stand where they were; run again',
  },
  stayed: { zh: '仍在原版本 {n} 件', en: '{n} stay under their version' },
  cases: { zh: '{reason}（{n} 件）', en: '{reason} ({n})' },
  more: { zh: '再显示 {n} 件', en: 'Show {n} more' },
  what: { zh: '迁移', en: 'The migration' },
} satisfies Record<string, Text>
