// Which channels has this installation set up?
import type { CallChannel } from '../../domain/calls/channels.ts'
import type { Channel } from './channel.ts'
import { createDingtalk, type DingtalkSettings } from './dingtalk.ts'
import { createSms, type SmsSettings } from './sms.ts'
import { createVoice, type VoiceSettings } from './voice.ts'
import { createWecom, type WecomSettings } from './wecom.ts'

/** What the environment says of each; absent: not set up. */
export type ChannelSettings = {
  sms?: SmsSettings
  dingtalk?: DingtalkSettings
  wecom?: WecomSettings
  voice?: VoiceSettings
}
export type Channels = Partial<Record<CallChannel, Channel>>

export const openChannels = ({ sms, dingtalk, wecom, voice }: ChannelSettings): Channels => ({
  ...(sms ? { sms: createSms(sms) } : {}),
  ...(dingtalk ? { dingtalk: createDingtalk(dingtalk) } : {}),
  ...(wecom ? { wecom: createWecom(wecom) } : {}),
  ...(voice ? { voice: createVoice(voice) } : {}),
})
