// How many uploaded files may one account have that nothing has taken up?
import { type Text, text } from '../language/words.ts'
import { looseForDays } from './upload.ts'

const mega = 1024 * 1024

/** Files of one account that no act and no entry of a ledger has taken up; recordings are counted apart. */
export const mostLoose = { files: 300, bytes: 2048 * mega }

/** What an account has open: files, and bytes of them. */
export type OpenFiles = { files: number; bytes: number }

const tooManyLoose = text(
  `已上传而尚未提交的文件最多${mostLoose.files}个、共${mostLoose.bytes / mega} MB：请先提交；${looseForDays}天内未提交的会自动清除`,
  `Up to ${mostLoose.files} files of ${mostLoose.bytes / mega} MB together may be uploaded and not handed in: hand them in first; after ${looseForDays} days they are removed`,
)

/** Why no other file of so many bytes may come beside those that are open; null: it may. */
export const looseFault = ({ files, bytes }: OpenFiles, size: number): Text | null =>
  files < mostLoose.files && bytes + size <= mostLoose.bytes ? null : tooManyLoose

/** A file that is not there, or not to be used by who names it. */
export const unusableFile = text(
  '引用了不存在或不属于您的文件',
  'It names a file that does not exist or is not yours',
)
