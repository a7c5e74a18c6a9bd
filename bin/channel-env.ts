// Which gateways does the environment name, by which people are called and fines are paid? Who names one names all that it needs.
import type { ChannelSettings } from '../activities/channels/open.ts'
import type { PaymentSettings } from '../activities/payments/platform.ts'
import type { createReader } from './infra/variables.ts'

type ChannelVariable =
  | 'SMS_URL'
  | 'SMS_ACCESS_KEY_ID'
  | 'SMS_ACCESS_KEY_SECRET'
  | 'SMS_SIGN_NAME'
  | 'SMS_TEMPLATE_CODE'
  | 'DINGTALK_ROBOT_URL'
  | 'DINGTALK_ROBOT_SECRET'
  | 'WECOM_ROBOT_URL'
  | 'VOICE_GATEWAY_URL'
  | 'VOICE_GATEWAY_SECRET'
  | 'PAYMENT_PLATFORM_URL'
  | 'PAYMENT_PLATFORM_SECRET'
type Reader = ReturnType<typeof createReader<ChannelVariable>>

/** Where Alibaba Cloud takes short messages. */
const aliyunSms = 'https://dysmsapi.aliyuncs.com/'

/** In production nothing of them goes over a line in the clear: telephone numbers are in it. */
export const readChannels = (read: Reader, demo: boolean): ChannelSettings => {
  const protocols = demo ? ['http:', 'https:'] : ['https:']
  const smsUrl = read.url('SMS_URL', protocols)
  const dingtalk = read.url('DINGTALK_ROBOT_URL', protocols)
  const wecom = read.url('WECOM_ROBOT_URL', protocols)
  const voice = read.url('VOICE_GATEWAY_URL', protocols)
  return {
    ...(read.text('SMS_ACCESS_KEY_ID') ? { sms: readSms(read, smsUrl ?? aliyunSms) } : {}),
    ...(dingtalk
      ? { dingtalk: { url: dingtalk, secret: read.required('DINGTALK_ROBOT_SECRET') } }
      : {}),
    ...(wecom ? { wecom: { url: wecom } } : {}),
    ...(voice ? { voice: { url: voice, secret: read.required('VOICE_GATEWAY_SECRET') } } : {}),
  }
}

const readSms = (read: Reader, url: string) => ({
  url,
  keyId: read.required('SMS_ACCESS_KEY_ID'),
  secret: read.required('SMS_ACCESS_KEY_SECRET'),
  signName: read.required('SMS_SIGN_NAME'),
  templateCode: read.required('SMS_TEMPLATE_CODE'),
})

/** Its secret signs both ways: who could guess it would pay fines with nothing. */
export const readPayments = (read: Reader, demo: boolean): { payments?: PaymentSettings } => {
  const url = read.url('PAYMENT_PLATFORM_URL', demo ? ['http:', 'https:'] : ['https:'])
  return url ? { payments: { url, secret: read.required('PAYMENT_PLATFORM_SECRET') } } : {}
}
