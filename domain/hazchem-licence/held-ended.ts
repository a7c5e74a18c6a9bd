// What does an application to change or renew a licence hear when that licence is cancelled, revoked or annulled?
import { text } from '../language/words.ts'
import { reviewers, sectionChief } from '../licensing/addresses.ts'
import { act } from '../model/act.ts'
import { field } from '../model/field.ts'
import type { SendDefinition } from '../model/link-definition.ts'
import { enterprise } from '../organisation/addresses.ts'

/** To each that the licence knows of; one that has ended meanwhile answers so. */
export const endsApplications: SendDefinition = {
  process: 'hazchem-licence',
  target: 'named',
  words: text(
    '告知变更、延期申请原许可证已终止',
    'Tell what was applied for on it that this licence has ended',
  ),
  article: '《行政许可法》第五十条、第七十条',
  act: ({ number, snapshot: { context } }) =>
    (Array.isArray(context.applications) ? context.applications : []).map((to) => ({
      type: 'note-held-ended',
      data: { mainCase: number },
      to: String(to),
    })),
}

export const heldEndedActs = {
  'note-held-closed': act({
    words: text('登记申请时原许可证已终止', 'Note that the licence held had ended when applied on'),
    party: text(
      '原许可证（{licence}）在申请提出时已经终止，不能再据以变更、延期；需要继续经营的，请撤回本申请并提出新申请。',
      'The licence held ({licence}) had ended when this was filed: it can be neither changed nor renewed. To trade on, withdraw this and apply for a new one.',
    ),
    fields: {
      licence: field.text('原许可证编号', 'Number of the licence held', 60).shownTo('party'),
    },
    by: [],
    linked: true,
    notify: [...enterprise, reviewers, sectionChief],
  }),
  'note-held-ended': act({
    words: text('登记原许可证已终止', 'Note that the licence held has ended'),
    party: text(
      '原许可证（案件{mainCase}）已被注销、吊销或者撤销，不能再据以变更、延期。',
      'The licence held (case {mainCase}) was cancelled, revoked or annulled: it can be neither changed nor renewed.',
    ),
    fields: {
      mainCase: field.caseNumber('原许可证案件', 'Case of the licence held').shownTo('party'),
    },
    by: [],
    refersTo: 'mainCase',
    linked: true,
    notify: [...enterprise, reviewers, sectionChief],
  }),
}
