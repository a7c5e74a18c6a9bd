// Under which address does each page of warnings stand?
import { paths } from '../client/paths.ts'

const at = (place: string) => `${paths.warnings}/${place}`

export const warningPaths = {
  about: (incident: string) => `${paths.warnings}?incident=${incident}`,
  one: (identifier: string) => at(encodeURIComponent(identifier)),
  newWarning: at('new'),
  of: (alarm: string) => `${at('new')}?alarm=${alarm}`,
  after: (identifier: string, ended = false) =>
    `${at('new')}?after=${encodeURIComponent(identifier)}${ended ? '&ended=1' : ''}`,
}
