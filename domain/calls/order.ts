// In which order of channels is a person called, by level and hour, and how long is each one waited for?
import type { Instant } from '../time/instant.ts'
import { wallTime } from '../time/instant.ts'
import type { CallChannel } from './channels.ts'

/** `app`: nothing is dialled; the notice in the inbox and its mail are given this long before anything else. */
export type CallStep = { channel: CallChannel | 'app'; seconds: number }
export type CallOrder = { steps: CallStep[]; rounds: number; restSeconds: number }

type Hours = 'day' | 'night'

/** From eight in the morning to eight in the evening, in Asia/Shanghai. */
export const hoursAt = (at: Instant): Hours => {
  const hour = Number(wallTime(at).slice(11, 13))
  return hour >= 8 && hour < 20 ? 'day' : 'night'
}

const chats: CallStep[] = [
  { channel: 'dingtalk', seconds: 20 },
  { channel: 'wecom', seconds: 20 },
]
const sms: CallStep = { channel: 'sms', seconds: 45 }
const voice: CallStep = { channel: 'voice', seconds: 45 }

/** Provisional, until the city has laid down its rules of duty: by day the app, then a message, then a call; by night a call wakes first. */
const usual: Record<Hours, CallStep[]> = {
  day: [{ channel: 'app', seconds: 30 }, ...chats, sms, voice],
  night: [voice, sms, ...chats],
}

/** Levels whose people sit at no desk: nobody waits by day for them to look into the app. */
const byLevel: Partial<Record<string, Record<Hours, CallStep[]>>> = {
  leader: { day: [sms, voice, ...chats], night: usual.night },
  city: { day: [sms, voice, ...chats], night: usual.night },
}

const rounds = 2
const restSeconds = 60

/** What the level asks for at this hour, without the channels that nobody has set up. */
export const callOrder = (
  escalationLevel: string,
  at: Instant,
  setUp: readonly CallChannel[],
): CallOrder => {
  const steps = (byLevel[escalationLevel] ?? usual)[hoursAt(at)]
  return {
    steps: steps.filter(({ channel }) => channel === 'app' || setUp.includes(channel)),
    rounds,
    restSeconds,
  }
}
