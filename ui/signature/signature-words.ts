// Which words does the handwritten signature use?
import type { Text } from '../../domain/language/words.ts'

export const signatureWords = {
  title: { zh: '手写签名', en: 'Handwritten signature' },
  lead: {
    zh: '会签、批准等办理时，记录中写明当时所用的签名，以后更换不影响已签的事项。不对外公开，只在办案人员看到的记录和文书签名处显示。',
    en: 'What you decide or co-sign bears the signature you have at that moment; a later one changes nothing of it. It is never public: staff see it in the record, and documents print it where their signers stand.',
  },
  current: { zh: '现用签名（第 {n} 版）', en: 'In use (version {n})' },
  none: {
    zh: '没有手写签名：办理时署打印姓名。',
    en: 'No handwritten signature: you sign with your typed name.',
  },
  draw: { zh: '在框内手写', en: 'Write in the box' },
  drawHint: {
    zh: '用手指、触控笔或者鼠标书写；不便手写的，可以上传图片。',
    en: 'With a finger, a pen or a mouse; or upload a picture instead.',
  },
  pad: { zh: '签名书写区', en: 'Area to write the signature in' },
  upload: { zh: '上传签名图片', en: 'Upload a picture of it' },
  uploadHint: {
    zh: 'PNG 或者 JPEG，最大 200 kB；白纸黑字最清楚。',
    en: 'PNG or JPEG, at most 200 kB; dark ink on white paper is best.',
  },
  clear: { zh: '清空重写', en: 'Clear' },
  save: { zh: '保存签名', en: 'Save the signature' },
  replace: { zh: '更换签名', en: 'Replace the signature' },
  saving: { zh: '正在保存', en: 'Saving' },
  saved: { zh: '签名已保存', en: 'The signature is saved' },
  withdraw: { zh: '停用签名', en: 'Stop using it' },
  withdrawn: { zh: '签名已停用', en: 'It is not used any more' },
  wrongType: { zh: '只能上传 PNG 或者 JPEG 图片', en: 'Only PNG or JPEG pictures can be uploaded' },
  tooLarge: { zh: '图片超过 200 kB', en: 'The picture is larger than 200 kB' },
  unreadable: { zh: '图片无法读取', en: 'The picture cannot be read' },
  history: { zh: '历次签名', en: 'Earlier signatures' },
  version: { zh: '版本', en: 'Version' },
  since: { zh: '启用时间', en: 'In use from' },
  how: { zh: '方式', en: 'How' },
  picture: { zh: '签名', en: 'Signature' },
  drawn: { zh: '手写', en: 'Drawn' },
  uploaded: { zh: '上传', en: 'Uploaded' },
  stopped: { zh: '停用，署打印姓名', en: 'Withdrawn: typed name' },
  mine: { zh: '我的签名，第 {n} 版', en: 'My signature, version {n}' },
  of: { zh: '{name}的手写签名', en: 'Handwritten signature of {name}' },
} satisfies Record<string, Text>
