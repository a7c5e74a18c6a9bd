// Which words do the pages of cameras use?
import type { Text } from '../../domain/language/words.ts'

export const cameraWords = {
  title: { zh: '视频监控', en: 'Cameras' },
  lead: {
    zh: '这里不存画面：点“看画面”向视频平台取一次性地址，一分钟左右失效；谁看了、何时看的，都有记录。',
    en: 'No picture is kept here: “Look” asks the video platform for an address that ends in about a minute. Who looked, and when, is on record.',
  },
  district: { zh: '地区', en: 'District' },
  everywhere: { zh: '全部地区', en: 'All districts' },
  search: { zh: '编号、名称或企业', en: 'Number, name or enterprise' },
  name: { zh: '名称', en: 'Name' },
  number: { zh: '国标编号', en: 'Number (GB/T 28181)' },
  enterprise: { zh: '企业', en: 'Enterprise' },
  owner: { zh: '归属', en: 'Kept by' },
  picture: { zh: '画面', en: 'Picture' },
  look: { zh: '看画面', en: 'Look' },
  lookAt: {
    zh: '看画面：{name}（新标签页，记入查看记录）',
    en: 'Look: {name} (a new tab; it is put on record)',
  },
  opening: { zh: '正在取地址', en: 'Asking' },
  opened: { zh: '已在新标签页打开', en: 'Open in a new tab' },
  blocked: {
    zh: '浏览器拦下了新标签页，请允许本站弹出',
    en: 'The browser has kept the new tab back: allow it for this site',
  },
  failed: { zh: '没有打开：{reason}', en: 'Not opened: {reason}' },
  exercise: { zh: '演练', en: 'Exercise' },
  none: { zh: '没有符合条件的视频监控', en: 'No camera matches' },
  total: { zh: '共 {total} 个', en: '{total} in all' },
  more: {
    zh: '共 {total} 个，列出前 {n} 个；请按地区或名称缩小范围',
    en: '{total} in all, the first {n} are listed: narrow it down',
  },
  near: { zh: '附近视频', en: 'Cameras near this point' },
  nearNone: { zh: '{km} 公里内没有视频监控', en: 'No camera within {km} km' },
  nearUnknown: {
    zh: '没有登记位置，找不出附近视频',
    en: 'Its place is not registered, so nothing is known to be near',
  },
  within: { zh: '范围', en: 'Within' },
  km: { zh: '{n} 公里', en: '{n} km' },
  metres: { zh: '{n} 米', en: '{n} m' },
} satisfies Record<string, Text>
