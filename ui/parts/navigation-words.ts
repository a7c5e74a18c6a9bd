// Which words do the top bar, the rail and the banners use?
import type { Text } from '../../domain/case/words.ts'

export const navigationWords = {
  productLong: { zh: '安全生产监管案件平台', en: 'Work-safety case platform' },
  skip: { zh: '跳到主要内容', en: 'Skip to main content' },
  language: { zh: 'English', en: '中文' },
  languageLabel: { zh: '切换为英文界面', en: 'Switch the interface to Chinese' },
  signOut: { zh: '退出', en: 'Sign out' },
  mainNavigation: { zh: '主导航', en: 'Main navigation' },
  limits: { zh: '时限试算', en: 'Time-limit reckoner' },
  laboratory: { zh: '时钟实验室', en: 'Clock laboratory' },
  clocks: { zh: '时限与升级', en: 'Limits and escalation' },
  health: { zh: '运行状况', en: 'System health' },
  mailbox: { zh: '演示邮箱', en: 'Demo mailbox' },
  processBook: { zh: '流程图册', en: 'Processes' },
  more: { zh: '更多', en: 'More' },
  inboxGroup: { zh: '收件箱', en: 'Inbox' },
  workGroup: { zh: '业务', en: 'Work' },
  startGroup: { zh: '发起', en: 'Start' },
  systemGroup: { zh: '时间与运行', en: 'Time and system' },
  largeMode: { zh: '大字版', en: 'Large text' },
  normalMode: { zh: '标准字号', en: 'Normal text' },
  stale: {
    zh: '数据截至 {time}，连接中断 {minutes} 分钟。办理已暂停，恢复后自动更新。',
    en: 'Data as of {time}; connection lost for {minutes} min. Acts are paused until it is back.',
  },
  laboratoryNow: { zh: '实验室时间 {now}', en: 'Laboratory time {now}' },
  demo: { zh: '演示环境：人员与企业均为虚构', en: 'Demonstration: people and enterprises are invented' },
} satisfies Record<string, Text>
