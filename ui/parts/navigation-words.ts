// Which words do the rail and the tab bar use?
import type { Text } from '../../domain/case/words.ts'

export const navigationWords = {
  mainNavigation: { zh: '主导航', en: 'Main navigation' },
  ledger: { zh: '自查台账', en: 'Self-checks' },
  licences: { zh: '许可证', en: 'Licences' },
  services: { zh: '办事指南', en: 'Services' },
  limits: { zh: '时限试算', en: 'Time-limit reckoner' },
  rules: { zh: '规则库', en: 'Rule book' },
  laboratory: { zh: '时钟实验室', en: 'Clock laboratory' },
  clocks: { zh: '时限与升级', en: 'Limits and escalation' },
  flow: { zh: '瓶颈', en: 'Bottlenecks' },
  team: { zh: '科室队列', en: 'Team queue' },
  substitution: { zh: '代理', en: 'Substitution' },
  calendars: { zh: '日历与放假安排', en: 'Calendars and decrees' },
  statistics: { zh: '统计报表', en: 'Statistics' },
  ownStatistics: { zh: '隐患统计表', en: 'Our statistics' },
  health: { zh: '运行状况', en: 'System health' },
  mailbox: { zh: '演示邮箱', en: 'Demo mailbox' },
  processBook: { zh: '流程图册', en: 'Processes' },
  me: { zh: '我的设置', en: 'My settings' },
  more: { zh: '更多', en: 'More' },
  inboxGroup: { zh: '收件箱', en: 'Inbox' },
  workGroup: { zh: '业务', en: 'Work' },
  startGroup: { zh: '发起', en: 'Start' },
  systemGroup: { zh: '时间与运行', en: 'Time and system' },
  demo: { zh: '演示环境：人员与企业均为虚构', en: 'Demonstration: people and enterprises are invented' },
} satisfies Record<string, Text>
