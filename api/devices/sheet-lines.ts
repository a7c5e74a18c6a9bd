// What is said of a sheet that nobody can take in?
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'

export const unreadable = () =>
  new DomainError('invalid-input', [text('文件无法读取', 'The file cannot be read')])

const mostLines = 10_000

/** Refuses a sheet of too many lines below its heads. */
export const checkLines = (rows: unknown[]): void => {
  if (rows.length - 1 > mostLines)
    throw new DomainError('invalid-input', [text('最多一万行', 'Ten thousand lines at most')])
}
