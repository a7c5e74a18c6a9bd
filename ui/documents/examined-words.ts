// What is said of the electronic signatures of a document?
import type { SignatureVerdict } from '../../domain/documents/signature-report.ts'
import type { Text } from '../../domain/language/words.ts'

export const verdictWords = {
  whole: { zh: '✓ 签名有效，文件完整', en: '✓ The signature is valid, the file is whole' },
  'added-to': {
    zh: '▲ 签名之后文件被添加过内容',
    en: '▲ Something was added to the file after it was signed',
  },
  altered: { zh: '✕ 签名之后文件被改动', en: '✕ The file was altered after it was signed' },
  untrusted: {
    zh: '▲ 所签内容未被改动，但签名证书不受本平台信任，不能说明由谁签名',
    en: '▲ What was signed is unaltered; its certificate is not trusted and proves no signer',
  },
  unreadable: { zh: '✕ 签名无法读取', en: '✕ The signature cannot be read' },
} as const satisfies Record<SignatureVerdict, Text>

export const examinedWords = {
  check: { zh: '验签', en: 'Check signature' },
  hide: { zh: '收起验签', en: 'Hide signature' },
  loading: { zh: '电子签名', en: 'the electronic signature' },
  none: { zh: '文件没有电子签名', en: 'The file has no electronic signature' },
  signer: { zh: '签名人', en: 'Signer' },
  certificate: { zh: '签名证书', en: 'Certificate' },
  issuer: { zh: '颁发者', en: 'Issued by' },
  serial: { zh: '证书序列号', en: 'Serial number' },
  valid: { zh: '证书有效期', en: 'Certificate valid' },
  until: { zh: '{from} 至 {until}', en: '{from} to {until}' },
  fingerprint: { zh: '证书指纹（SHA-256）', en: 'Fingerprint (SHA-256)' },
  time: { zh: '签名时间', en: 'Time of signature' },
  stamped: {
    zh: '{time}，来源：时间戳机构 {authority}',
    en: '{time}, by the time-stamping authority {authority}',
  },
  stampedUntrusted: {
    zh: '{time}，来源：时间戳机构 {authority}（不受本平台信任）',
    en: '{time}, by the authority {authority}, which this platform does not trust',
  },
  claimed: {
    zh: '{time}，来源：签名方自述，没有可信时间戳',
    en: '{time}, as the signer says; there is no trusted time stamp',
  },
  noTime: { zh: '没有时间', en: 'No time' },
  national: {
    zh: '✓ 国密签名（SM2/SM3）与文件一致，公钥指纹 {key}',
    en: '✓ The SM2/SM3 signature beside it fits the file; fingerprint of its key {key}',
  },
  nationalWrong: {
    zh: '✕ 国密签名（SM2/SM3）与文件不一致',
    en: '✕ The SM2/SM3 signature beside it does not fit the file',
  },
  hash: { zh: '文件摘要（SHA-256）', en: 'Hash of the file (SHA-256)' },
  title: { zh: '检查电子签名', en: 'Check the electronic signature' },
  lead: {
    zh: '选择一份PDF文件（不超过10 MB）。文件会发送到本平台检查，检查后不保存。',
    en: 'Choose a PDF of up to 10 MB. It is sent to this platform to be examined, and not kept.',
  },
  file: { zh: '要检查签名的PDF文件', en: 'PDF whose signature is to be checked' },
  busy: { zh: '正在检查…', en: 'Checking…' },
} as const satisfies Record<string, Text>
