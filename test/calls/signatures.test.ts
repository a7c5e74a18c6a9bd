// Are requests to gateways signed as the gateways themselves reckon it?
import { expect, test } from 'vitest'
import { canonicalQuery, signAcs3 } from '../../activities/channels/acs3.ts'
import { dingtalkOf, dingtalkSign } from '../../activities/channels/dingtalk.ts'
import { signedSms, smsOf, smsReportOf } from '../../activities/channels/sms.ts'
import { voiceCallOf, voiceReportOf } from '../../activities/channels/voice.ts'
import { wecomOf } from '../../activities/channels/wecom.ts'
import { isRequestSigned } from '../../domain/identity/request-signature.ts'

const message = {
  id: 'c-1',
  phone: '13800000001',
  title: { zh: '标题', en: 'Title' },
  matter: '【设备报警】再次呼叫值班员',
  number: '衢柯报〔2026〕1号',
}

test('ACS3: the example that Alibaba Cloud publishes step by step comes out to the letter', () => {
  const headers = signAcs3({
    host: 'ecs.cn-shanghai.aliyuncs.com',
    action: 'RunInstances',
    version: '2014-05-26',
    query: {
      RegionId: 'cn-shanghai',
      ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd',
    },
    keyId: 'YourAccessKeyId',
    secret: 'YourAccessKeySecret',
    date: '2023-10-26T10:22:32Z',
    nonce: '3156853299f313e23d1673dc12e1703d',
  })
  expect(headers.authorization).toBe(
    'ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
  )
})

test('ACS3: a query is encoded as RFC 3986 has it, also where encodeURIComponent would not', () => {
  expect(canonicalQuery({ b: "a b*(!)'~", A: '号' })).toBe('A=%E5%8F%B7&b=a%20b%2A%28%21%29%27~')
})

test('DingTalk: HMAC-SHA256 as openssl reckons it, and encoded into the address', () => {
  const sign = 'M1l/+Nw5LF62BGYfSbwU/GcIhD7Y7CSwzC3kCEyibwY='
  expect(dingtalkSign('SECdemo', 1_796_000_000_000)).toBe(sign)
  const settings = { url: 'https://oapi.example/robot/send?access_token=t', secret: 'SECdemo' }
  const request = dingtalkOf(settings, message, 1_796_000_000_000)
  expect(request.url).toContain(`access_token=t&timestamp=1796000000000&sign=M1l%2F%2BNw5LF62`)
  expect(new URL(request.url).searchParams.get('sign')).toBe(sign)
  expect(JSON.parse(request.body ?? '')).toEqual({
    msgtype: 'text',
    text: { content: '标题' },
    at: { atMobiles: ['13800000001'], isAtAll: false },
  })
})

test('the voice gateway: method, path, moment and body are signed, as openssl reckons it', () => {
  const settings = { url: 'https://voice.example/voice/', secret: 's3cret' }
  const call = voiceCallOf(settings, message, 1_796_000_000_000)
  expect(call.url).toBe('https://voice.example/voice/calls')
  expect(call.headers['x-signature']).toBe(
    'd6dbb20e6a1c73bd4caa748dbca43b44db7e1116c9146c77d1f23fb23071db9b',
  )
  const report = voiceReportOf(settings, 'c-1', 1_796_000_000_000)
  expect([report.url, report.headers['x-signature']]).toEqual([
    'https://voice.example/voice/calls/c-1',
    '069923e98ed62b6289dcc2c162ee93b8013380e3b812cd094d4171e39a884728',
  ])
  const signed = {
    method: 'POST',
    path: '/voice/calls',
    timestamp: '1796000000000',
    body: call.body ?? '',
  } as const
  const signature = call.headers['x-signature'] ?? ''
  expect(isRequestSigned('s3cret', signed, signature)).toBe(true)
  expect(isRequestSigned('s3cret', { ...signed, body: `${signed.body} ` }, signature)).toBe(false)
  expect(isRequestSigned('another', signed, signature)).toBe(false)
  expect(isRequestSigned('s3cret', signed, '')).toBe(false)
})

const sms = {
  url: 'https://dysmsapi.aliyuncs.com/',
  keyId: 'key',
  secret: 'secret',
  signName: '智慧安监',
  templateCode: 'SMS_1',
}

test('a short message names its call, and its template gets no more than it takes', () => {
  const long = { ...message, matter: '长'.repeat(60) }
  const { action, query } = smsOf(sms, long)
  expect(action).toBe('SendSms')
  expect(query).toMatchObject({ OutId: 'c-1', PhoneNumbers: '13800000001', TemplateCode: 'SMS_1' })
  expect(JSON.parse(query.TemplateParam ?? '')).toEqual({
    matter: '长'.repeat(35),
    number: '衢柯报〔2026〕1号',
  })
  const now = new Date('2026-03-01T19:00:00.123Z')
  const request = signedSms(sms, smsOf(sms, message), { now, nonce: 'n-1' })
  expect(request.headers).toMatchObject({
    'x-acs-date': '2026-03-01T19:00:00Z',
    'x-acs-version': '2017-05-25',
    'x-acs-signature-nonce': 'n-1',
  })
  expect(request.headers.host).toBeUndefined()
  expect(JSON.stringify(request)).not.toContain('secret')
})

test('a report is asked for by the day of Beijing', () => {
  const call = {
    id: 'c-1',
    phone: '13800000001',
    reference: 'biz',
    at: new Date('2026-03-01T19:00:00.000Z'),
  }
  expect(smsReportOf(call).query).toMatchObject({ SendDate: '20260302', BizId: 'biz' })
  expect(smsReportOf({ ...call, reference: null }).query.BizId).toBeUndefined()
})

test('WeCom: the key is in the address, who has a number is mentioned', () => {
  const request = wecomOf({ url: 'https://qyapi.example/send?key=k' }, message)
  expect(request.url).toBe('https://qyapi.example/send?key=k')
  expect(JSON.parse(request.body ?? '')).toEqual({
    msgtype: 'text',
    text: { content: '标题', mentioned_mobile_list: ['13800000001'] },
  })
  const nobody = wecomOf({ url: 'https://qyapi.example/' }, { ...message, phone: '' })
  expect(JSON.parse(nobody.body ?? '').text.mentioned_mobile_list).toEqual([])
})
