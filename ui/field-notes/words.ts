// Which words does the page speak on which somebody writes down what he sees at a place?
import type { NoteMark } from '../../domain/field-notes/marks.ts'
import type { Text } from '../../domain/language/words.ts'

export const fieldNoteWords = {
  status: { zh: '本机状态', en: 'This phone' },
  online: { zh: '在线', en: 'Online' },
  offline: { zh: '无网络，条目存本机', en: 'No network: notes are kept on this phone' },
  allSent: { zh: '全部已送达', en: 'All delivered' },
  unreadable: {
    zh: '本机条目读不出，不知道是否全部送达。请不要清除浏览器数据，重启浏览器后再看。',
    en: 'What waits on this phone cannot be read: nobody knows whether all is delivered. Clear no browser data; start the browser again.',
  },
  waiting: {
    zh: '待发送 {count} 条，照片 {photos} 张',
    en: '{count} to be sent, {photos} photos',
  },
  refused: { zh: '未被接受 {count} 条', en: '{count} not accepted' },
  refusedHint: {
    zh: '未被接受的条目保留在本机，可以查看、导出，不会自动删除。',
    en: 'What was not accepted stays on this phone: read it, export it; nothing deletes it by itself.',
  },
  progress: {
    zh: '正在发送：已送达 {sent} 条，共 {all} 条',
    en: 'Sending: {sent} of {all} delivered',
  },
  sendingProgress: { zh: '发送进度', en: 'Progress of sending' },
  needsNetwork: {
    zh: '签字、制作文书、通知、决定、立案须在恢复网络后办理。',
    en: 'Signing, papers, notices, decisions and new cases need the network.',
  },
  closed: {
    zh: '案件现为“{state}”，不再接收现场条目。',
    en: 'The case is now “{state}”: no more notes are taken.',
  },
  full: {
    zh: '本机存不下，刚才的内容没有保存。请联网发送或者清理空间后重试，文字仍在输入框内。',
    en: 'This phone has no room left: what you just wrote is not kept. Send or free some space and try again; your words still stand in the box.',
  },
  unread: {
    zh: '{names} 读不出，没有保存；其余内容已保存。请重新拍照或者另选。',
    en: '{names} cannot be read and is not kept; the rest is. Take it again or choose another.',
  },
  others: {
    zh: '尚未读到其他人的条目，恢复网络后显示',
    en: 'Notes of others are not read yet; they appear with the network',
  },
  withPlace: { zh: '记录位置', en: 'Note the place' },
  placeHint: { zh: '仅在您同意后读取', en: 'Read only with your consent' },
  placeSilent: {
    zh: '没有取得位置，条目照常保存并标明无位置',
    en: 'No place could be read; notes are kept and marked as without one',
  },
  takePhoto: { zh: '拍照', en: 'Take a photo' },
  addPhoto: { zh: '选照片', en: 'Choose photos' },
  photoFor: { zh: '{what}：{about}', en: '{what}: {about}' },
  note: { zh: '说明', en: 'Note' },
  noteFor: { zh: '说明：{about}', en: 'Note: {about}' },
  keepNote: { zh: '保存说明', en: 'Keep the note' },
  photos: { zh: '照片', en: 'Photos' },
  situation: { zh: '现场情况', en: 'What was seen' },
  nothing: { zh: '还没有条目', en: 'No notes yet' },
  stateWaiting: { zh: '待发送', en: 'To be sent' },
  stateRefused: { zh: '未被接受', en: 'Not accepted' },
  phoneTime: { zh: '手机时间 {at}', en: 'Phone time {at}' },
  hash: { zh: '校验值 {hash}', en: 'Hash {hash}' },
  place: { zh: '位置 {place}，误差约 {m} 米', en: 'Place {place}, within about {m} m' },
} satisfies Record<string, Text>

export const markWords: Record<NoteMark, Text> = {
  'clock-off': { zh: '手机时钟不准，已校正', en: 'Phone clock was off; corrected' },
  ahead: { zh: '时间晚于送达时间', en: 'Time lies after its arrival' },
  'before-case': { zh: '时间早于案件', en: 'Time lies before the case' },
  'photo-time': { zh: '照片拍摄时间不符', en: 'Photo taken at another time' },
  'photo-untimed': { zh: '照片未载明拍摄时间', en: 'Photo does not say when it was taken' },
  'no-place': { zh: '无位置', en: 'No place' },
  'coarse-place': { zh: '位置误差大', en: 'Place is imprecise' },
  'far-place': { zh: '位置不在企业附近', en: 'Place is far from the enterprise' },
}
