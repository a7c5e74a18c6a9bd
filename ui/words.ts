// In which language does the interface speak, and which words does every page share?
import { createSignal } from 'solid-js'
import type { Text } from '../domain/case/words.ts'

export type Locale = 'zh' | 'en'

const stored = (): Locale => {
  try {
    return localStorage.getItem('locale') === 'en' ? 'en' : 'zh'
  } catch {
    return 'zh'
  }
}

const [locale, assign] = createSignal<Locale>(stored())

/** Lets the page speak `next`, remembers it, and tells assistive technology. */
export const setLocale = (next: Locale) => {
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en'
  try {
    localStorage.setItem('locale', next)
  } catch {}
  assign(next)
}

/** The words of a text in the reader's language. */
export const t = (words: Text) => words[locale()]

export { locale }

export const words = {
  product: { zh: '智慧安监', en: 'Anjian' },
  productLong: { zh: '安全生产监管案件平台', en: 'Work-safety case platform' },
  skip: { zh: '跳到主要内容', en: 'Skip to main content' },
  language: { zh: 'English', en: '中文' },
  languageLabel: { zh: '切换为英文界面', en: 'Switch the interface to Chinese' },
  signOut: { zh: '退出', en: 'Sign out' },
  signIn: { zh: '登录', en: 'Sign in' },
  mainNavigation: { zh: '主导航', en: 'Main navigation' },
  todo: { zh: '待办', en: 'To do' },
  pool: { zh: '待领', en: 'To claim' },
  done: { zh: '已办', en: 'Done' },
  mine: { zh: '我发起', en: 'Started by me' },
  cc: { zh: '抄送', en: 'Copied to me' },
  cases: { zh: '案件', en: 'Cases' },
  limits: { zh: '时限试算', en: 'Time-limit reckoner' },
  laboratory: { zh: '时钟实验室', en: 'Clock laboratory' },
  health: { zh: '运行状况', en: 'System health' },
  mailbox: { zh: '演示邮箱', en: 'Demo mailbox' },
  myMatters: { zh: '我的办件', en: 'My matters' },
  processBook: { zh: '流程图册', en: 'Processes' },
  more: { zh: '更多', en: 'More' },
  close: { zh: '关闭', en: 'Close' },
  inboxGroup: { zh: '收件箱', en: 'Inbox' },
  workGroup: { zh: '业务', en: 'Work' },
  startGroup: { zh: '发起', en: 'Start' },
  systemGroup: { zh: '时间与运行', en: 'Time and system' },
  largeMode: { zh: '大字版', en: 'Large text' },
  normalMode: { zh: '标准字号', en: 'Normal text' },
  retry: { zh: '重试', en: 'Try again' },
  refresh: { zh: '刷新', en: 'Refresh' },
  failed: { zh: '没能读取{what}', en: 'Could not load {what}' },
  failedPlain: { zh: '没有成功', en: 'That did not work' },
  reference: { zh: '编号 {id}', en: 'Reference {id}' },
  unreachable: { zh: '连不上服务器，请检查网络后重试', en: 'The server cannot be reached; check the network and try again' },
  loading: { zh: '正在读取', en: 'Loading' },
  stale: {
    zh: '数据截至 {time}，连接中断 {minutes} 分钟。办理已暂停，恢复后自动更新。',
    en: 'Data as of {time}; connection lost for {minutes} min. Acts are paused until it is back.',
  },
  staleReason: { zh: '连接中断，暂不能办理', en: 'The connection is lost, so nothing can be submitted' },
  laboratoryNow: { zh: '实验室时间 {now}', en: 'Laboratory time {now}' },
  demo: { zh: '演示环境：人员与企业均为虚构', en: 'Demonstration: people and enterprises are invented' },
  notFound: { zh: '没有这个页面', en: 'There is no such page' },
  notFoundHint: { zh: '地址可能有误，或内容不在您的权限范围内。', en: 'The address may be wrong, or the content lies outside your scope.' },
  home: { zh: '回到首页', en: 'Back to the start' },
  asTable: { zh: '以表格查看', en: 'View as a table' },
  asPicture: { zh: '以图形查看', en: 'View as a picture' },
  tableSuffix: { zh: '（表格）', en: ' (table)' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  none: { zh: '无', en: 'None' },
  unread: { zh: '未读', en: 'Unread' },
  level: { zh: '级别', en: 'Level' },
  level1: { zh: '一级（红）', en: 'Level 1 (red)' },
  level2: { zh: '二级（橙）', en: 'Level 2 (orange)' },
  level3: { zh: '三级（黄）', en: 'Level 3 (yellow)' },
  level4: { zh: '四级（蓝）', en: 'Level 4 (blue)' },
  overdue: { zh: '逾期', en: 'Overdue' },
  paused: { zh: '停钟', en: 'Paused' },
  provisional: { zh: '暂估', en: 'Provisional' },
  noDue: { zh: '无法定时限', en: 'No legal limit' },
  barSummary: { zh: '时限用时 {used}%，停钟 {paused}%，剩余 {left}%', en: '{used}% of the limit used, {paused}% paused, {left}% left' },
  keysTitle: { zh: '键盘快捷键', en: 'Keyboard shortcuts' },
  keysOn: { zh: '启用单键快捷键', en: 'Enable single-key shortcuts' },
  keysHint: {
    zh: '快捷键只打开表单，绝不直接提交。输入文字时不起作用。',
    en: 'A key opens a form and never submits one. Keys rest while you type.',
  },
  keyMove: { zh: '下一行、上一行', en: 'Next row, previous row' },
  keyOpen: { zh: '打开', en: 'Open' },
  keyBack: { zh: '返回、取消选择', en: 'Back, clear selection' },
  keySelect: { zh: '选中本行', en: 'Select the row' },
  keySearch: { zh: '查找', en: 'Search' },
  keyGo: { zh: '去待办、去案件、去流程', en: 'Go to inbox, cases, processes' },
  keyActs: { zh: '办理、退回、转办、抄送', en: 'Act, return, transfer, copy' },
  keyNeighbours: { zh: '列表中的上一件、下一件', en: 'Previous, next case of the list' },
  keySubmit: { zh: '提交表单', en: 'Submit the form' },
  keyHelp: { zh: '显示本说明', en: 'Show this help' },
} satisfies Record<string, Text>
