// Which words does the incident room use?
import type { Text } from '../../domain/language/words.ts'

export const incidentWords = {
  incident: { zh: '应急处置', en: 'Incident' },
  elapsed: { zh: '已历时', en: 'Elapsed' },
  closed: { zh: '已办结', en: 'Closed' },
  exercise: { zh: '演练', en: 'Exercise' },
  toCase: { zh: '案件', en: 'The case' },
  wall: { zh: '大屏', en: 'Wall' },
  print: { zh: '打印大事记', en: 'Print the log' },
  acts: { zh: '常用操作', en: 'What is done most' },
  otherActs: { zh: '其他操作在案件页办理', en: 'All other acts stand on the page of the case' },
  orders: { zh: '任务进度', en: 'Course of the orders' },
  ordersDesc: {
    zh: '每件一行：虚框为计划时段，实条为实际执行，红色为逾期部分，竖线为现在。',
    en: 'One row each: outline = planned, bar = in fact, red = after its end, line = now.',
  },
  asTable: { zh: '以列表查看', en: 'As a list' },
  asPicture: { zh: '以甘特图查看', en: 'As a Gantt chart' },
  noOrders: { zh: '尚未下达指令', en: 'No order has been given yet' },
  openOrders: { zh: '未完成 {open} 件', en: '{open} open' },
  lateOrders: { zh: '逾期 {late} 件', en: '{late} late' },
  ordersHidden: {
    zh: '另有 {count} 件已结束的未画出',
    en: '{count} more that have ended are not drawn',
  },
  orderRow: {
    zh: '{title} {state}，{to}',
    en: '{title} {state}, {to}',
  },
  now: { zh: '现在', en: 'Now' },
  log: { zh: '大事记', en: 'Log' },
  logEmpty: { zh: '没有符合条件的记录', en: 'Nothing of that kind' },
  every: { zh: '全部', en: 'All' },
  acted: { zh: '处置', en: 'Acts' },
  clocks: { zh: '时限', en: 'Limits' },
  notices: { zh: '通知', en: 'Notices' },
  filter: { zh: '显示范围', en: 'Which entries' },
  written: { zh: '{at} 补记', en: 'written {at}' },
  more: { zh: '更早的 {count} 条', en: '{count} earlier entries' },
  notThis: {
    zh: '该案件没有应急处置台',
    en: 'This case has no incident room',
  },
} satisfies Record<string, Text>
