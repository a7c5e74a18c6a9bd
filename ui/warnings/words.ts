// Which words do the pages of warnings use?
import type { Text } from '../../domain/language/words.ts'
import type { DeliveryFault, DeliveryState, WarningType } from '../../domain/warning/views.ts'
import type { allowedResponses } from '../../domain/warning/warning-content.ts'

export const warningWords = {
  title: { zh: '预警发布', en: 'Warnings' },
  lead: {
    zh: '发往外部单位的预警（CAP 1.2 / GB/T 35965.1）。发出的文件逐字保留，不能改动；更新和解除是新的一条，注明前一条。',
    en: 'Warnings that have left for others (CAP 1.2, GB/T 35965.1). What was sent stays as it was; a change or an all-clear is another message that names those before.',
  },
  give: { zh: '发布预警', en: 'Give a warning' },
  ofAlarm: { zh: '已发预警', en: 'Warnings sent' },
  none: { zh: '还没有发出预警', en: 'No warning has left' },
  ofIncident: { zh: '只列同一事件的各条', en: 'Only the messages about one incident' },
  all: { zh: '查看全部', en: 'See all' },
  exercise: { zh: '演练', en: 'Exercise' },
  sent: { zh: '发出时间', en: 'Sent' },
  type: { zh: '类型', en: 'Kind' },
  level: { zh: '级别', en: 'Level' },
  headline: { zh: '标题', en: 'Headline' },
  region: { zh: '地区', en: 'District' },
  by: { zh: '发布人', en: 'Given by' },
  byItself: { zh: '报警自动发出', en: 'by itself, of an alarm' },
  deliveries: { zh: '接收情况', en: 'Receivers' },
  receiver: { zh: '接收单位', en: 'Receiver' },
  state: { zh: '状态', en: 'State' },
  attempts: { zh: '次数', en: 'Attempts' },
  answeredAt: { zh: '答复时间', en: 'Answered' },
  error: { zh: '原因', en: 'Why' },
  nobody: { zh: '没有接收单位', en: 'No receiver' },
  identifier: { zh: '标识', en: 'Identifier' },
  sender: { zh: '发布单位标识', en: 'Sender' },
  sum: { zh: '文件校验值（SHA-256）', en: 'SHA-256 of the document' },
  superseded: { zh: '之后已有新的一条', en: 'Something has been said since' },
  chain: { zh: '同一事件的各条', en: 'Messages about this incident' },
  here: { zh: '本条', en: 'this one' },
  alarm: { zh: '相关报警', en: 'Alarm' },
  openCase: { zh: '打开案件', en: 'Open the case' },
  alarmOver: {
    zh: '报警已结束，预警仍然有效：请更新或解除。',
    en: 'The alarm has ended and the warning still stands: change it or give the all-clear.',
  },
  content: { zh: '内容', en: 'What it says' },
  description: { zh: '情况', en: 'What has happened' },
  instruction: { zh: '防御指南', en: 'What to do' },
  kind: { zh: '事件', en: 'Event' },
  response: { zh: '响应措施', en: 'Response' },
  area: { zh: '范围', en: 'Where' },
  wholeRegion: { zh: '{region}全境', en: 'All of {region}' },
  circle: { zh: '{lat}, {lon} 周边 {km} 公里', en: '{km} km around {lat}, {lon}' },
  expires: { zh: '有效至', en: 'Until' },
  document: { zh: 'CAP 文件原文', en: 'The CAP document' },
  download: { zh: '下载 CAP', en: 'Download CAP' },
  downloadMap: { zh: '下载 GeoJSON', en: 'Download GeoJSON' },
  print: { zh: '打印', en: 'Print' },
  update: { zh: '更新', en: 'Change' },
  cancel: { zh: '解除', en: 'Give the all-clear' },
  updateTitle: { zh: '更新预警', en: 'Change a warning' },
  cancelTitle: { zh: '解除预警', en: 'Give the all-clear' },
  certainty: { zh: '确定性', en: 'Certainty' },
  hold: { zh: '有效时间', en: 'Holds for' },
  holdUntilEnded: { zh: '直到解除', en: 'until the all-clear' },
  hours: { zh: '{n} 小时', en: '{n} hours' },
  wholeOf: { zh: '整个地区', en: 'The whole district' },
  aroundPlace: { zh: '某处周边', en: 'Around a place' },
  draw: { zh: '画出范围', en: 'Draw the area' },
  polygon: {
    zh: '划定范围（{n}个角点，{km}平方公里）',
    en: 'An area drawn by hand ({n} corners, {km} km²)',
  },
  wrongArea: { zh: '范围：{what}', en: 'Where: {what}' },
  lon: { zh: '经度', en: 'Longitude' },
  lat: { zh: '纬度', en: 'Latitude' },
  km: { zh: '周边公里数', en: 'Kilometres around' },
  isExercise: { zh: '这是演练，不是真实预警', en: 'This is an exercise, not a real warning' },
  exerciseFixed: {
    zh: '（演练与真实预警不能互相转换）',
    en: '(an exercise never becomes the real thing, nor the other way round)',
  },
  endedHeadline: { zh: '{headline}（解除）', en: '{headline} (all clear)' },
  preview: { zh: '预览', en: 'Preview' },
  previewTitle: { zh: '将要发出', en: 'What will be sent' },
  previewTo: { zh: '发给 {n} 个单位', en: 'To {n} receivers' },
  previewNobody: {
    zh: '没有单位要接收这条预警：请核对级别、地区，或请管理员登记接收单位。',
    en: 'No receiver takes it: look at level and district, or ask an administrator to enrol one.',
  },
  previewText: {
    zh: '核对后再发布；发布后不能撤回，只能更新或解除。',
    en: 'Look at it first: once sent it is not taken back, only changed or ended.',
  },
  unclearSame: {
    zh: '没有收到回应，这条预警可能已经发出。原样再按“确认发布”不会重复发出。',
    en: 'No answer came back: this warning may be out already. Sending it again as it is sends nothing twice.',
  },
  unclearOther: {
    zh: '您改动前提交的预警没有收到回应，可能已经发出。现在发布的是另外一条，请先到预警列表核对：',
    en: 'The warning that you sent before you changed it had no answer and may be out already. What you send now is another one. Look first:',
  },
  unclearSeen: {
    zh: '已核对，仍要另发这一条',
    en: 'I have looked, and this one is to go out as well',
  },
  unclearTick: {
    zh: '请先核对上一条预警是否已经发出',
    en: 'First look whether the warning before is out',
  },
  send: { zh: '确认发布', en: 'Send it' },
  sending: { zh: '正在提交…', en: 'Submitting…' },
  change: { zh: '返回修改', en: 'Back to the form' },
  fill: { zh: '请填写：{what}', en: 'Fill in: {what}' },
  colon: { zh: '：', en: ': ' },
} satisfies Record<string, Text>

export const typeWords: Record<WarningType, Text> = {
  Alert: { zh: '首次发布', en: 'First' },
  Update: { zh: '更新', en: 'Change' },
  Cancel: { zh: '解除', en: 'All clear' },
}

export const deliveryWords: Record<DeliveryState, Text> = {
  waiting: { zh: '待送达', en: 'on its way' },
  acknowledged: { zh: '已确认', en: 'acknowledged' },
  taken: { zh: '已送达（未确认）', en: 'delivered, not acknowledged' },
  refused: { zh: '被拒绝', en: 'refused' },
  'given-up': { zh: '送达失败', en: 'given up' },
}

export const faultWords: Record<DeliveryFault, Text> = {
  unreachable: { zh: '无法连接', en: 'unreachable' },
  'refused-address': { zh: '地址不可使用', en: 'address refused' },
  'bad-answer': { zh: '答复不符合约定', en: 'no proper answer' },
  declined: { zh: '对方拒收', en: 'declined' },
}

export const responseWords: Record<(typeof allowedResponses)[number], Text> = {
  Monitor: { zh: '密切关注', en: 'Watch it' },
  Prepare: { zh: '做好准备', en: 'Prepare' },
  Shelter: { zh: '就地避险', en: 'Take shelter' },
  Evacuate: { zh: '疏散撤离', en: 'Evacuate' },
  Avoid: { zh: '远离现场', en: 'Keep away' },
}

export const certaintyWords = {
  Observed: { zh: '已发生', en: 'It has happened' },
  Likely: { zh: '很可能', en: 'Likely' },
  Possible: { zh: '可能', en: 'Possible' },
  Unlikely: { zh: '不大可能', en: 'Unlikely' },
  Unknown: { zh: '不清楚', en: 'Unknown' },
} satisfies Record<string, Text>
