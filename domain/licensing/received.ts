// Who has applied, which papers has the authority received with it, and which not?
import type { Row, Said } from '../model/document.ts'

export const applicant = ({ party }: Said): Row[] => [
  ['申请人', party.name],
  ['统一社会信用代码', party.code],
]

/** What came as a file, and what the application needs beside it. */
export const paperRows = (said: Said, missing: string[]): Row[] => {
  const row = (label: string, names: string[]): Row[] => (names.length > 0 ? [[label, names.join('；')]] : [])
  return [...row('收到的电子材料', said.papers()), ...row('未随申请上传的材料', missing)]
}
