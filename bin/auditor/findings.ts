// In which words does the auditor say what it found?

import type { Finding } from '../../db/schema/change/time.ts'
import { fill, type Text, text } from '../../domain/language/words.ts'
import { type Instant, instant } from '../../domain/time/instant.ts'

/** The closed list of what the auditor can find wrong; `{…}` is filled from the sighting. */
export const findingWords = {
  'wake-missed': text(
    '案件应于 {at} 被时钟唤醒，至今未醒，已迟 {late}',
    'The clock should have woken this case at {at}; it still sleeps, {late} late',
  ),
  'wake-unseen': text(
    '案件 {at} 的变化，流程引擎 {late} 未处理：后续通知和计时可能延误',
    'What was done in this case at {at} has not reached the engine for {late}: notices and clocks may be late',
  ),
  'wake-in-vain': text(
    '案件的唤醒时刻 {at} 已过 {late}，却没有到期的事项可办',
    'The case wants to wake at {at}, {late} ago, and nothing of it is due',
  ),
  'put-aside': text(
    '案件自 {at} 起推进出错，待人工处理：{detail}',
    'Something of the case went wrong at {at} and waits for an operator: {detail}',
  ),
  'escalation-level-late': text(
    '“{what}”应于 {at} 触发，至今未触发，已迟 {late}',
    '“{what}” should have fired at {at} and has not yet, {late} late',
  ),
  'escalation-level-fired-late': text(
    '“{what}”应于 {at} 触发，实际迟 {late} 才触发',
    '“{what}” should have fired at {at} and fired {late} late',
  ),
  'escalation-level-notified-twice': text(
    '同一督办“{what}”向同一人通知了 {detail} 次',
    'One person was told of “{what}” {detail} times',
  ),
  'effect-stuck': text(
    '{at} 应办的后续事项（{what}）已迟 {late} 仍未办',
    'What should follow at {at} ({what}) is still not done, {late} late',
  ),
  'effect-quarantined': text(
    '后续事项（{what}）无法执行，已隔离：{detail}',
    'What should follow ({what}) cannot be done and is quarantined: {detail}',
  ),
  'notice-undelivered': text(
    '{at} 的通知没有任何送达记录',
    'No delivery is recorded of the notice of {at}',
  ),
  'notice-without-recipient': text(
    '{at} 的通知（{what}）没有任何收件人',
    'The notice of {at} ({what}) had nobody to go to',
  ),
  'mail-bounced': text(
    '{at} 的邮件被退回，收件人未收到：{detail}',
    'The mail of {at} came back, its reader was not told: {detail}',
  ),
  'case-forsaken': text(
    '案件未办结，但既无人可办，也没有时钟会唤醒它',
    'The case is open, yet nobody can act on it and no clock will wake it',
  ),
  'facts-mismatch': text(
    '案件与其记录的末条不一致',
    'The case and the last fact of its record do not agree',
  ),
  'chain-broken': text(
    '案件记录自第 {detail} 条起被改动',
    'The record of the case has been changed from fact {detail} on',
  ),
  'file-changed': text(
    '案件记录所附文件与提交时不一致（记录序号：文件编号）：{detail}',
    'Files of the case are not what they were when its record named them (record: file): {detail}',
  ),
  'file-lost': text(
    '存储的文件 {detail} 自 {at} 起缺失，请从备份恢复',
    'The bytes of file {detail} have been found missing since {at}: restore them from a backup',
  ),
  'file-altered': text(
    '存储的文件 {detail} 自 {at} 起与登记的校验值不一致，已停止提供',
    'The bytes of file {detail} have been found altered since {at} and are given to nobody',
  ),
  'case-vanished': text(
    '{what} 存证时存在的案件已不存在',
    'A case that existed when {what} was anchored is gone',
  ),
  'tail-cut': text(
    '{what} 存证之后，案件记录的末尾被截去',
    'The end of the record has been cut off since {what} was anchored',
  ),
  'fact-changed': text(
    '{what} 存证之后，案件记录被改动',
    'The record has been changed since {what} was anchored',
  ),
  'anchor-changed': text(
    '{what} 的存证记录本身被改动',
    'The anchor of {what} has itself been changed',
  ),
  'target-unreachable': text(
    '应通知或应办理的岗位无人在岗：{what}',
    'Nobody holds the post that is to be told or to act: {what}',
  ),
  'signer-lost': text(
    '被加签的人或岗位已无人在岗，须减签：{what}',
    'Who is asked to sign holds no post any more and is to be removed: {what}',
  ),
  'sign-in-sprayed': text(
    '一小时内，地址 {what} 以 {detail} 个用户名登录失败，疑为批量猜测密码',
    'Within an hour {what} failed to sign in under {detail} user names: somebody tries passwords on many',
  ),
  'sign-in-besieged': text(
    '一小时内，用户“{what}”登录失败 {detail} 次，疑为猜测密码',
    'Within an hour sign-ins as “{what}” failed {detail} times: somebody guesses the password',
  ),
  'own-matter-guessed': text(
    '案件 {what} 的文书查询码，验证码连续输错 {detail} 次，已停用：请核实后重新制发文书',
    'By the code of a paper of case {what}, one-time codes were wrong {detail} times in a row and it is stopped: look into it, then issue the paper anew',
  ),
  'level-not-called': text(
    '“{what}”于 {at} 触发，至今没有呼叫任何人：请检查呼叫通道的配置和流程引擎',
    '“{what}” fired at {at} and nobody has been called: look at the channels that are set up, and at the engine',
  ),
  'roster-gap': text(
    '{at} 呼叫“{what}”时值班表上无人，已改为呼叫该岗位全部人员：请补齐值班表',
    'Nobody was on the roster when “{what}” was called at {at}, and everybody who holds the post was: fill the roster',
  ),
  'gateways-down': text(
    '自 {at} 起所有呼叫通道均不可用，值班人员只能收到站内通知和邮件：{what}',
    'Since {at} no channel takes a call, people on duty get notices and mails only: {what}',
  ),
  'gateway-mute': text(
    '{what}网关自 {at} 起受理了呼叫，却没有任何送达回执，也无人应答：请核实是否真正发出',
    'Since {at} the gateway of {what} has taken calls over, reported of none what became of it, and nobody answered: find out whether it sends them at all',
  ),
  'warning-undelivered': text(
    '{at} 的预警没有送达{what}：请另行通知',
    'The warning of {at} has not reached {what}: tell them another way',
  ),
} as const satisfies Record<string, Text>

export type FindingKind = keyof typeof findingWords

export type Seen = {
  caseId: string | null
  at: Instant
  what?: Text
  detail?: string
  lateMs?: number
}

/** At most this many findings of a kind stand in a report; one more line says how many there are. */
export const LISTED = 20

/** One list of sightings of a kind as findings of a report. */
export const findings = (kind: FindingKind, seen: Seen[]): Finding[] => {
  const listed = seen
    .slice(0, LISTED)
    .map((one): Finding => ({ kind, words: inWords(kind, one), caseId: one.caseId, at: one.at }))
  const first = seen[LISTED]
  if (!first) return listed
  const rest = { n: seen.length - LISTED }
  return [
    ...listed,
    {
      kind,
      words: fill(text('同类问题另有 {n} 项', 'and {n} more of this kind'), rest),
      caseId: null,
      at: first.at,
    },
  ]
}

function inWords(
  kind: FindingKind,
  { at, what = text('', ''), detail = '', lateMs = 0 }: Seen,
): Text {
  const late = duration(lateMs)
  const one = (language: 'zh' | 'en') =>
    fill(findingWords[kind], { at: local(at), what: what[language], detail, late: late[language] })[
      language
    ]
  return text(one('zh'), one('en'))
}

/** Moments are read in Asia/Shanghai. */
function local(at: Instant): string {
  return instant(Date.parse(at) + 8 * 3_600_000)
    .slice(0, 19)
    .replace('T', ' ')
}

function duration(ms: number): Text {
  const seconds = Math.round(ms / 1000)
  if (seconds < 120) return text(`${seconds} 秒`, `${seconds} s`)
  const minutes = Math.round(seconds / 60)
  if (minutes < 120) return text(`${minutes} 分钟`, `${minutes} min`)
  const hours = Math.round(minutes / 60)
  return hours < 72
    ? text(`${hours} 小时`, `${hours} h`)
    : text(`${Math.round(hours / 24)} 天`, `${Math.round(hours / 24)} days`)
}
