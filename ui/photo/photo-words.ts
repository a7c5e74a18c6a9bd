// Which words stand beside photographs?
import type { Text } from '../../domain/language/words.ts'

export const photoWords = {
  takenAt: { zh: '拍摄于 {time}', en: 'Taken {time}' },
  byCamera: { zh: '（照片记录）', en: ' (by the camera)' },
  byDevice: { zh: '（手机时间）', en: ' (by the device)' },
  takenPlace: { zh: '位置 {place}，误差约 {m} 米', en: 'Place {place}, within about {m} m' },
  pairs: { zh: '整改前后照片', en: 'Photos before and after' },
  before: { zh: '整改前', en: 'Before' },
  after: { zh: '整改后', en: 'After' },
  none: { zh: '没有照片', en: 'No photo' },
  item: { zh: '{item}（第 {n}/{all} 项）', en: '{item} (item {n} of {all})' },
  previous: { zh: '上一项', en: 'Previous item' },
  next: { zh: '下一项', en: 'Next item' },
  pairKeys: {
    zh: '键盘 [ 和 ] 换项，手机可左右滑动',
    en: 'Keys [ and ] change the item; swipe on a phone',
  },
  alt: { zh: '{item}，{side}，照片 {n}/{all}', en: '{item}, {side}, photo {n} of {all}' },
  columnItem: { zh: '整改项目', en: 'Item' },
  columnFile: { zh: '照片', en: 'Photo' },
  columnTaken: { zh: '拍摄时间和位置', en: 'When and where' },
  columnSide: { zh: '阶段', en: 'Stage' },
} satisfies Record<string, Text>
