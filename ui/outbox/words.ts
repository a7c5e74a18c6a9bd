// Which words speak of what was written and has not arrived?
import type { Text } from '../../domain/language/words.ts'

export const outboxWords = {
  title: { zh: '待发送', en: 'Waiting to be sent' },
  lead: {
    zh: '以下内容已存本机，尚未送达，他人看不到。恢复网络后自动发送，每条只记一次。',
    en: 'Kept on this device and not delivered: nobody else sees it. Sent by itself when the network is back, and recorded once.',
  },
  waiting: { zh: '待发送', en: 'Waiting to be sent' },
  unanswered: {
    zh: '已发出，未收到回应，将自动再发',
    en: 'Sent without an answer; sent again by itself',
  },
  held: { zh: '修改中，暂不发送', en: 'Being changed, not sent' },
  refused: { zh: '未被接受', en: 'Not accepted' },
  before: {
    zh: '须等前一条“{act}”先送达',
    en: 'Waits for “{act}”, written before it',
  },
  happened: { zh: '发生 {at}', en: 'Happened {at}' },
  written: { zh: '书写 {at}', en: 'Written {at}' },
  edit: { zh: '修改', en: 'Change' },
  goOn: { zh: '继续修改', en: 'Go on changing' },
  resend: { zh: '按原文发送', en: 'Send as it was' },
  discard: { zh: '放弃', en: 'Discard' },
  discardTitle: { zh: '放弃这一条？', en: 'Discard this entry?' },
  discardHint: {
    zh: '放弃后从本机删除，无法找回，也不会送达。',
    en: 'It is deleted from this device for good and never delivered.',
  },
  discardUnclear: {
    zh: '曾发出而未收到回应：可能已经记入。放弃只是不再发送，不能收回已记入的内容。',
    en: 'It was sent without an answer and may be on record already. Discarding only stops sending; it takes nothing back.',
  },
  keep: { zh: '保留', en: 'Keep it' },
  files: { zh: '{count} 个文件', en: '{count} files' },
  fileGone: { zh: '本机已找不到文件', en: 'A file is no longer on this device' },
  fileRefused: { zh: '文件未被接受', en: 'A file was not accepted' },
  next: { zh: '接着填写', en: 'Write what follows' },
  banner: { zh: '本机有 {count} 条待发送', en: '{count} entries on this device wait to be sent' },
  bannerRefused: { zh: '{count} 条未被接受', en: '{count} not accepted' },
  exported: { zh: '本机待发送条目', en: 'Entries on this device' },
  export: { zh: '导出', en: 'Export' },
  look: { zh: '查看', en: 'Look' },
  arrived: { zh: '已送达 {count} 条', en: '{count} delivered' },
} satisfies Record<string, Text>
