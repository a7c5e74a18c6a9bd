// Which words does the block of the plan's orders use?
import type { Text } from '../../domain/language/words.ts'

export const planWords = {
  title: { zh: '预案指令', en: 'Orders of the plan' },
  count: { zh: '已下达 {given} / {all} 件', en: '{given} of {all} given' },
  giveAll: { zh: '全部下达（{count}件）', en: 'Give all ({count})' },
  ask: {
    zh: '将按预案逐件下达 {count} 件指令，无人在岗和须另行选定承办单位的不在其内。',
    en: '{count} orders will be given as planned, one by one; those without anybody to receive them are left out.',
  },
  confirm: { zh: '确认下达', en: 'Give them' },
  cancel: { zh: '取消', en: 'Cancel' },
  level: { zh: '级别', en: 'Level' },
  order: { zh: '命令内容', en: 'Order' },
  recipient: { zh: '承办单位', en: 'Carried out by' },
  limit: { zh: '预案时限', en: 'Planned within' },
  state: { zh: '执行情况', en: 'What became of it' },
  within: { zh: '{minutes}分钟内', en: '{minutes} min' },
  until: { zh: '（{at}前）', en: ' (by {at})' },
  noLimit: { zh: '未定时限', en: 'No limit' },
  vacant: { zh: '{post}无人在岗', en: 'Nobody holds the post: {post}' },
  noPost: {
    zh: '无对应岗位，须另行选定承办单位',
    en: 'No post stands for it: choose who carries it out',
  },
  give: { zh: '下达', en: 'Give' },
  ready: { zh: '待下达', en: 'Ready' },
  overdue: { zh: '逾时未下达', en: 'Not given in time' },
  missed: { zh: '未下达', en: 'Not given' },
  given: { zh: '已下达', en: 'Given' },
  unitRefused: { zh: '承办单位不能执行，待另行下达', en: 'Its unit could not: to be given again' },
  recalled: { zh: '已收回，可再次下达', en: 'Recalled: may be given again' },
  sending: { zh: '正在下达…', en: 'Being given…' },
  nowGiven: { zh: '本次已下达', en: 'Given now' },
  refused: { zh: '未能下达：', en: 'Refused:' },
  unclear: {
    zh: '是否下达尚不清楚，请再次点击“全部下达”：',
    en: 'Nobody knows whether it was given: press “Give all” again.',
  },
} satisfies Record<string, Text>
