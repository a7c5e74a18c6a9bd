// What does the page say on which anybody verifies a document?
import type { Text } from '../../domain/language/words.ts'

export const verifyWords = {
  title: { zh: '核验文书', en: 'Verify a document' },
  lead: {
    zh: '扫描文书上的二维码，或者输入核验码，可以查到该文书是否由本市监管部门制发、是否有效。',
    en: 'Scan the code on the document or type it in, to learn whether an authority of this city issued it and whether it is in force.',
  },
  code: { zh: '核验码', en: 'Code' },
  codeHint: {
    zh: '文书左下角的16位字母和数字',
    en: 'The 16 letters and digits at the foot of the document',
  },
  look: { zh: '核验', en: 'Verify' },
  looking: { zh: '正在核验…', en: 'Verifying…' },
  missing: { zh: '请填写核验码', en: 'Fill in the code' },
  loading: { zh: '核验结果', en: 'the result' },
  issued: { zh: '✓ 该文书有效', en: '✓ The document is in force' },
  void: { zh: '✕ 该文书已作废', en: '✕ The document is void' },
  replaced: { zh: '▲ 该文书已由新版替换', en: '▲ The document was replaced by a newer version' },
  licenceEnded: {
    zh: '▲ 文书真实，但许可证不在有效状态',
    en: '▲ The document is genuine, but the licence is not in force',
  },
  licence: { zh: '许可证状态', en: 'The licence' },
  licenceSince: { zh: '{standing}（自{date}）', en: '{standing} (since {date})' },
  name: { zh: '文书名称', en: 'Document' },
  number: { zh: '文号', en: 'Number' },
  holder: { zh: '持证单位', en: 'Holder' },
  validFrom: { zh: '有效期起', en: 'Valid from' },
  validUntil: { zh: '有效期至', en: 'Valid until' },
  office: { zh: '制发机关', en: 'Issued by' },
  day: { zh: '制发日期', en: 'Date' },
  endedAt: { zh: '失效日期', en: 'Not in force since' },
  compare: { zh: '核对文件', en: 'Compare a file' },
  compareLead: {
    zh: '选择或拖入您手中的PDF文件。文件只在本机计算摘要（SHA-256），不会上传。',
    en: 'Choose or drop the PDF that you have. Its hash (SHA-256) is computed on this device; the file is not sent.',
  },
  file: { zh: 'PDF文件', en: 'PDF file' },
  comparing: { zh: '正在核对…', en: 'Comparing…' },
  same: { zh: '✓ 文件与制发的原件完全一致', en: '✓ The file is the document as it was issued' },
  changed: {
    zh: '✕ 文件与制发的原件不一致，可能已被改动',
    en: '✕ The file is not the document as it was issued: it may have been changed',
  },
  noHash: {
    zh: '当前浏览器不能计算摘要，请在下面填写文件的SHA-256。',
    en: 'This browser cannot compute the hash: fill in the SHA-256 of the file below.',
  },
  hash: { zh: '文件的SHA-256（64位）', en: 'SHA-256 of the file (64 digits)' },
} as const satisfies Record<string, Text>
