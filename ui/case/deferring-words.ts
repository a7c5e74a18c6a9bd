// Which words tell who writes without a connection what becomes of it?
import type { Text } from '../../domain/language/words.ts'

export const deferringWords = {
  offline: {
    zh: '当前无网络。提交后存入本机“待发送”，恢复网络后自动发送；在此之前未送达任何人，紧急的请用电话报告。',
    en: 'No network. Submitted, it waits on this device and is sent by itself when the network is back. Until then nobody has it: report by telephone what cannot wait.',
  },
  submit: { zh: '存入待发送：{name}', en: 'Keep to be sent: {name}' },
  notKept: {
    zh: '本机无法保存，内容仍在表单中。请勿关闭页面，恢复网络后再提交。',
    en: 'This device cannot keep it; it still stands in the form. Leave the page open and submit when the network is back.',
  },
  editing: {
    zh: '您正在修改一条待发送的内容。提交后替换原来的一条。',
    en: 'You are changing an entry that waits to be sent. Submitted, it takes the place of the one before.',
  },
} satisfies Record<string, Text>
