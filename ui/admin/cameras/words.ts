// Which words does the page of video platforms use?
import type { Text } from '../../../domain/language/words.ts'

export const videoWords = {
  title: { zh: '视频平台与查看记录', en: 'Video platforms and who has looked' },
  lead: {
    zh: '画面由视频平台提供，这里只向它取短时地址；密钥用于生成令牌，只写不读。',
    en: 'The pictures are the platform’s own; here an address is made that ends soon. The secret makes its token and is never shown.',
  },
  sources: { zh: '视频平台', en: 'Platforms' },
  noSources: { zh: '还没有视频平台', en: 'No platform is registered' },
  add: { zh: '登记视频平台', en: 'Enrol a platform' },
  change: { zh: '修改', en: 'Change' },
  changeOf: { zh: '修改 {name}', en: 'Change {name}' },
  id: { zh: '编号（小写字母、数字、短横）', en: 'Id (small letters, digits, dashes)' },
  name: { zh: '名称', en: 'Name' },
  owner: { zh: '归属单位', en: 'Kept by' },
  template: {
    zh: '播放地址（含 {point}、{expires}、{token}）',
    en: 'Address (with {point}, {expires} and {token})',
  },
  seconds: { zh: '地址有效秒数', en: 'The address holds, s' },
  secret: {
    zh: '新密钥（16 位以上；不填则不变）',
    en: 'New secret (16 signs or more; empty: it stays)',
  },
  enabled: { zh: '启用', en: 'Switched on' },
  cameras: { zh: '点位数', en: 'Cameras' },
  state: { zh: '状态', en: 'State' },
  on: { zh: '启用', en: 'On' },
  off: { zh: '已停用', en: 'Off' },
  acts: { zh: '操作', en: 'Acts' },
  save: { zh: '保存', en: 'Save' },
  list: { zh: '视频监控', en: 'Cameras' },
  sheetText: {
    zh: '先试运行：逐行检查，有一行不对就全部不写。每行一个点位；国标编号请按文本填写。',
    en: 'A dry run first checks each line; with one wrong line nothing is written. A line is a camera; write its number as text.',
  },
  search: { zh: '编号、名称或企业', en: 'Number, name or enterprise' },
  none: { zh: '没有符合的点位', en: 'No camera matches' },
  number: { zh: '国标编号', en: 'Number' },
  looks: { zh: '查看记录', en: 'Who has looked' },
  noLooks: { zh: '还没有人查看', en: 'Nobody has looked' },
  at: { zh: '时间', en: 'When' },
  person: { zh: '查看人', en: 'Who' },
  camera: { zh: '点位', en: 'Camera' },
  region: { zh: '地区', en: 'District' },
} satisfies Record<string, Text>
