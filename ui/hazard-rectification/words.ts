// Which words do the screens of hazard rectification add?
import type { Text } from '../../domain/language/words.ts'

export const hazardWords = {
  evidence: { zh: '整改前后', en: 'Before and after' },
  before: { zh: '整改前', en: 'Before' },
  after: { zh: '整改后', en: 'After' },
  noPhotos: { zh: '没有照片', en: 'No photos' },
  stepReport: { zh: '报告', en: 'Reported' },
  stepVerify: { zh: '核实', en: 'Verified' },
  stepRectify: { zh: '整改', en: 'Rectified' },
  stepRecheck: { zh: '复查', en: 'Re-checked' },
  stepWriteOff: { zh: '核销', en: 'Written off' },
  photoTip: {
    zh: '拍清隐患部位和周围环境，照片可在手机上直接拍摄。',
    en: 'Show the place and what is around it; you can take photos on the phone.',
  },
  majorTip: {
    zh: '可能造成伤亡或需停产整改的，请勾选“疑似重大隐患”。',
    en: 'If it may cost lives or production must stop, tick “Possibly a major hazard”.',
  },
  dangerTip: {
    zh: '正在发生危险时，请先撤人并拨打 119 或 12350。',
    en: 'In immediate danger, get people out first and call 119 or 12350.',
  },
  sector: { zh: '行业领域', en: 'Sector' },
  place: { zh: '场所类别（综合判定）', en: 'Kind of place (elements together)' },
  direct: { zh: '直接判定', en: 'one is enough' },
  counted: { zh: '综合判定要素', en: 'counts together' },
  isMajor: { zh: '按判定标准，应定为重大隐患', en: 'A major hazard, as the criteria say' },
  isGeneral: { zh: '按判定标准，未达重大隐患', en: 'Not major, as far as the criteria say' },
  suggestMajor: { zh: '建议定为重大隐患，须人工认定', en: 'Suggested: major; a person decides' },
  suggestGeneral: {
    zh: '建议定为一般隐患，须人工认定',
    en: 'Suggested: general; a person decides',
  },
  supervision: { zh: '督办', en: 'Supervision' },
  openOnly: { zh: '未办结', en: 'Open' },
  closedOnly: { zh: '已办结', en: 'Closed' },
  overdueOnly: { zh: '逾期', en: 'Overdue' },
} satisfies Record<string, Text>
