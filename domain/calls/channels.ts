// By which channels is a person called, and what may be known of a call?
import { type Text, text } from '../language/words.ts'

/** Beside the inbox and the mail that every notice has. */
export const callChannels = ['sms', 'dingtalk', 'wecom', 'voice'] as const
export type CallChannel = (typeof callChannels)[number]

/** Whose gateways say, when asked, what has become of a call. */
export const reportingChannels: readonly CallChannel[] = ['sms', 'voice']

export const channelWords: Record<CallChannel, Text> = {
  sms: text('短信', 'SMS'),
  dingtalk: text('浙政钉（钉钉）', 'DingTalk'),
  wecom: text('企业微信', 'WeCom'),
  voice: text('语音电话', 'Voice call'),
}

/**
 * What was learned of a call, each at most once. `accepted`: the gateway took it over; `unknown`: it may have, nothing came back in time;
 * `delivered`: it reached the telephone; `answered`: the key was pressed, or the person acted on the case after the call.
 */
export const callFacts = [
  'accepted',
  'refused',
  'unreachable',
  'unknown',
  'no-number',
  'delivered',
  'undelivered',
  'answered',
] as const
export type CallFact = (typeof callFacts)[number]

/** How a call stands: `dialling` as long as nothing is known of it at all. */
export type CallStanding = CallFact | 'dialling'

export const standingWords: Record<CallStanding, Text> = {
  dialling: text('呼叫中', 'calling'),
  accepted: text('网关已受理', 'accepted by the gateway'),
  refused: text('网关拒绝', 'refused by the gateway'),
  unreachable: text('网关不通', 'gateway not reached'),
  unknown: text('结果不明', 'outcome unknown'),
  'no-number': text('未登记电话', 'no telephone number'),
  delivered: text('已到达，未应答', 'delivered, not answered'),
  undelivered: text('未到达', 'not delivered'),
  answered: text('已应答', 'answered'),
}

/** The later a fact stands here, the more it says: who answered was reached, whatever the gateway said of it before. */
const byWeight: CallFact[] = [
  'unknown',
  'unreachable',
  'refused',
  'no-number',
  'accepted',
  'undelivered',
  'delivered',
  'answered',
]

export const standingOf = (facts: readonly CallFact[]): CallStanding =>
  byWeight.findLast((fact) => facts.includes(fact)) ?? 'dialling'

/** Whether the person heard of it: acceptance by a gateway is not delivery. */
export const hasReached = (standing: CallStanding): boolean =>
  standing === 'delivered' || standing === 'answered'
