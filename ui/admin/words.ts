// What are the places of the administrators called, and what do their forms say?
import type { Text } from '../../domain/case/words.ts'

export const adminWords = {
  administration: { zh: '系统管理', en: 'Administration' },
  calendars: { zh: '日历与放假安排', en: 'Calendars and decrees' },
  rules: { zh: '规则库', en: 'Rule book' },
  people: { zh: '人员与岗位', en: 'People and roles' },
  enterprises: { zh: '企业', en: 'Enterprises' },
  machines: { zh: '机器令牌', en: 'Machine tokens' },
  routing: { zh: '任务分派规则', en: 'Routing' },
  ladders: { zh: '逐级督办规则', en: 'Ladders of supervision' },
  receivers: { zh: '预警接收', en: 'Receivers' },
  cameras: { zh: '视频', en: 'Cameras' },
  devices: { zh: '设备接入', en: 'Devices' },
  letters: { zh: '未处理报文', en: 'Dead letters' },
  feeds: { zh: '接入与证书', en: 'Feeds and certificates' },
  optional: { zh: '（选填）', en: '(optional)' },
  sending: { zh: '正在提交…', en: 'Submitting…' },
  cancel: { zh: '返回', en: 'Back' },
  colon: { zh: '：', en: ': ' },
  comma: { zh: '、', en: '; ' },
  arrivedBefore: {
    zh: '上一次提交已经送达，后来的改动没有随之提交。请到列表核对，再决定是否另行提交。',
    en: 'What was sent first has arrived; what was changed since has not. Look at the list before you send anything else.',
  },
  more: { zh: '再列一些', en: 'Show more' },
  none: { zh: '无', en: 'None' },
} satisfies Record<string, Text>
