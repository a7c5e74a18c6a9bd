// Which words does the clock laboratory use?
import type { Text } from '../../domain/language/words.ts'

export const labWords = {
  title: { zh: '时钟实验室', en: 'Clock laboratory' },
  lead: {
    zh: '时钟从一个到期时刻走到下一个到期时刻，每一步都等有关案件全部提交后再继续。',
    en: 'The clock moves from one due instant to the next, and each time waits until every case touched has committed.',
  },
  off: { zh: '时钟实验室没有开启。', en: 'The clock laboratory is not switched on.' },
  how: {
    zh: '停止服务后以 ANJIAN_CLOCK_LAB=1 npm start 重新启动（数据目录另选），即可在这里推进时间。正式环境拒绝此模式。',
    en: 'Stop the service and start it with ANJIAN_CLOCK_LAB=1 npm start (in a data folder of its own) to move time here. Production refuses this mode.',
  },
  now: { zh: '当前时间', en: 'Present time' },
  next: { zh: '下一个到期', en: 'Next due instant' },
  nothing: { zh: '没有等待到期的时限', en: 'No limit is waiting' },
  advance: { zh: '推进', en: 'Advance' },
  toNext: { zh: '到下一个到期', en: 'To the next due instant' },
  by: { zh: '{n} 天', en: '{n} d' },
  hour: { zh: '1 小时', en: '1 hour' },
  custom: { zh: '自定（天）', en: 'Days of your own' },
  go: { zh: '推进', en: 'Go' },
  moving: { zh: '正在推进，请等待有关案件提交', en: 'Moving; waiting for the cases to commit' },
  reached: {
    zh: '已推进到 {day}，目标 {target}；{n} 件案件有动作',
    en: 'Now at {day}, on the way to {target}; {n} cases acted',
  },
  left: { zh: '{n} 件案件未能推进', en: '{n} cases did not move' },
  leftWhy: {
    zh: '时钟已越过这些案件继续推进；原因见运行状况页。',
    en: 'The clock has gone on without them; the health page says why.',
  },
  log: { zh: '走过的时刻', en: 'Instants passed' },
  cases: { zh: '{n} 件案件有动作', en: '{n} cases acted' },
  quiet: { zh: '这段时间内没有案件到期', en: 'Nothing fell due in that time' },
  instant: { zh: '时刻', en: 'Instant' },
  touched: { zh: '案件', en: 'Cases' },
  number: { zh: '请填写 1 到 3650 之间的天数', en: 'Enter a number of days from 1 to 3650' },
} satisfies Record<string, Text>
