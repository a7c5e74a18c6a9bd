// What does the interface say about the dossier of a case?
import type { Text } from '../../domain/language/words.ts'

export const dossierWords = {
  title: { zh: '卷宗', en: 'Dossier' },
  loading: { zh: '卷宗', en: 'the dossier' },
  missing: {
    zh: '按办理过程，卷宗还缺 {n} 项材料：',
    en: 'Missing in the dossier, by the course of the case: {n}',
  },
  whole: {
    zh: '✓ 按办理过程应有的材料齐全',
    en: '✓ All papers that its course requires are there',
  },
  contents: { zh: '卷内目录（{n} 件）', en: 'Contents (papers: {n})' },
  none: { zh: '卷内还没有材料。', en: 'No papers yet.' },
  make: { zh: '制作卷宗', en: 'Make the dossier' },
  again: { zh: '重新制作', en: 'Make it again' },
  making: {
    zh: '正在制作卷宗：{done} / {total}',
    en: 'The dossier is being made: {done} of {total}',
  },
  waiting: { zh: '卷宗等待制作…', en: 'The dossier waits to be made…' },
  failed: { zh: '卷宗没有制成，请重新制作。', en: 'The dossier could not be made: try again.' },
  made: { zh: '制成于 {time}', en: 'Made {time}' },
  outdated: {
    zh: '制成之后案件又有记录，卷宗不是最新的。',
    en: 'Something was written down since: it is not up to date.',
  },
  pdf: { zh: '下载卷宗 PDF（{size}）', en: 'Download the PDF ({size})' },
  zip: { zh: '下载全部文件 ZIP（{size}）', en: 'Download all files, ZIP ({size})' },
  hash: { zh: 'SHA-256', en: 'SHA-256' },
  taken: {
    zh: '每次下载都会记录下载人和时间。',
    en: 'Each download is recorded with who took it and when.',
  },
} as const satisfies Record<string, Text>
