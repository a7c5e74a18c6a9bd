// What do the acts ask for that happen to a licence in force, and how does a bar on applying end?
import * as v from 'valibot'
import { type Text, text } from '../language/words.ts'
import { clerk, leader, reviewers } from '../licensing/addresses.ts'
import { annulment, barEnded } from '../licensing/decision.ts'
import { remedies } from '../licensing/fields.ts'
import { type ActDeclaration, act, clockAct } from '../model/act.ts'
import { field } from '../model/field.ts'
import { words } from '../model/fields.ts'
import type { CaseRecord } from '../model/record.ts'
import { enterprise } from '../organisation/addresses.ts'
import { changes } from './application.ts'
import { documents } from './documents.ts'
import { endsApplications } from './held-ended.ts'
import { renewalRevoked } from './register.ts'
import { decidedIn, handsOnAtItsEnd, handsOnSuspension } from './suspension.ts'

/** Another case of this licence, by its printed number, has brought it about: nobody says so by hand, for nobody would look whether it is so. */
const follows = (zh: string, en: string, { fields, ...declaration }: ActDeclaration) =>
  act({
    ...declaration,
    by: [],
    fields: {
      mainCase: field
        .caseNumber(zh, en)
        .hint('例如 衢柯经营〔2026〕0012号', 'As printed on that case')
        .shownTo('party'),
      ...fields,
    },
    refersTo: 'mainCase',
    linked: true,
  })

/** By which the application is told when this licence ends before it is decided, and of a suspension that goes on. */
const applicationId = field.filled(v.optional(words(64)))

const changeActs = {
  'note-change': act({
    words: text('登记变更情况', 'Note a change'),
    party: text(
      '已登记{changedOn}的变更，请在期限内申请变更。',
      'The change of {changedOn} is noted: please apply for it in time.',
    ),
    fields: {
      what: field.choice(changes, '变更事项', 'What has changed').shownTo('party'),
      changedOn: field
        .date('变更日期', 'Changed on')
        .hint(
          '储存设施新改扩建的填竣工验收合格日期',
          'For new storage the day on which it passed acceptance',
        )
        .shownTo('party'),
      note: field.longText('说明', 'Note', 1000).optional().shownTo('party'),
    },
    by: [...enterprise, reviewers, clerk],
    notify: enterprise,
  }),
  'note-filing': follows('变更申请编号', 'Number of the application', {
    words: text('登记已申请变更', 'Note that the change was applied for'),
    party: text('变更申请已提出，编号{mainCase}。', 'The change was applied for as {mainCase}.'),
    fields: { applicationId },
  }),
  'note-renewal': follows('延期申请编号', 'Number of the application', {
    words: text('登记已申请延期', 'Note that the renewal was applied for'),
    party: text('延期申请已提出，编号{mainCase}。', 'The renewal was applied for as {mainCase}.'),
    fields: { applicationId },
  }),
  'note-renewed': follows('延期申请编号', 'Number of the application', {
    words: text('登记延期已获准', 'Note that it is renewed'),
    party: text(
      '延期已获准（{mainCase}），届满时由新证接续。',
      'It is renewed ({mainCase}): the new licence goes on where this one ends.',
    ),
    // Until the new licence is served this one can be cancelled by nobody once it has ended.
    fields: { unserved: field.filled(v.optional(v.boolean())), applicationId },
    sends: [handsOnAtItsEnd],
  }),
  'note-renewal-over': follows('延期案件编号', 'Number of the renewal', {
    words: text('登记延续后的许可证已终止', 'Note that the licence renewed has ended'),
    party: text(
      '延续后的许可证（{mainCase}）在送达前已被吊销。',
      'The licence as renewed ({mainCase}) was revoked before its service.',
    ),
  }),
}

/** 许可法 70. */
const cancelGrounds = {
  request: text('被许可人申请注销', 'Its holder asks for it'),
  ended: text('企业依法终止', 'The enterprise has ended'),
  'not-renewed': text('有效期届满未延续', 'It ended and was not renewed'),
  impossible: text('因不可抗力无法实施', 'Force majeure makes it void'),
  other: text('法律、法规规定的其他情形', 'Another ground of law'),
} as const satisfies Record<string, Text>

/** 许可法 50: this case hears of a renewal that is granted, and of none that is refused or still undecided. */
const warnOfRenewal = ({ snapshot }: CaseRecord): { hint?: Text } => {
  const { applications } = snapshot.context
  if (!Array.isArray(applications) || applications.length === 0) return {}
  const hint = text(
    '注意：本证已提出变更或者延期申请，请先查明其结果；已准予或者视为准予延续的，不得以届满未延续为由注销',
    'Note: a change or a renewal was applied for. Look first at what became of it: a licence renewed, or deemed so, is not cancelled for not being renewed',
  )
  return { hint }
}

const endings = {
  'cancel-licence': act({
    words: text('注销许可证', 'Cancel the licence'),
    party: text('许可证已注销（{document}）。', 'The licence is cancelled ({document}).'),
    fields: {
      ground: field.choice(cancelGrounds, '情形', 'Ground').shownTo('party').perCase(warnOfRenewal),
      reason: field.longText('理由', 'Reason').shownTo('party'),
      document: field.document(documents['cancel-licence']).shownTo('party'),
      publicSummary: field
        .longText('注销公告', 'Public notice', 1000)
        .hint('向社会公开', 'Read by everybody')
        .shownTo('party', 'public'),
      opinion: field.opinion(),
    },
    by: [leader],
    audience: 'public',
    publishes: true,
    sends: [endsApplications],
    consequence: {
      effect: text(
        '许可证失效并公告，企业不得继续经营。',
        'The licence is void and this is published; the enterprise may not trade on.',
      ),
      article: '《行政许可法》第七十条',
    },
    notify: enterprise,
    linked: true,
  }),
  'revoke-licence': act({
    words: text('吊销许可证', 'Revoke the licence'),
    party: text('许可证已被吊销（{document}）。', 'The licence is revoked ({document}).'),
    fields: {
      reason: field.longText('理由', 'Reason').shownTo('party'),
      remedies,
      decidedIn,
      document: field.document(documents['revoke-licence']).shownTo('party'),
      opinion: field.opinion(),
    },
    by: [leader],
    sends: [endsApplications, renewalRevoked],
    consequence: {
      effect: text(
        '许可证失效；吊销是行政处罚，须依处罚决定作出。',
        'The licence is void; this is a penalty and rests on a penalty decision.',
      ),
      article: '《行政处罚法》（2021）第九条、《行政许可法》第七十条',
    },
    notify: enterprise,
    linked: true,
  }),
  'annul-licence': annulment(
    {
      words: text('撤销许可', 'Annul the licence'),
      party: text('许可已被撤销（{document}）。', 'The licence is annulled ({document}).'),
      document: documents['annul-licence'],
      effect: text(
        '许可证失效；骗取的，三年内不得再次申请。',
        'The licence is void; obtained by fraud, there is no new application for three years.',
      ),
      article: '《行政许可法》第六十九条、第七十九条',
      linked: true,
      sends: [endsApplications],
    },
    '发证机关',
  ),
  'replace-licence': follows('新证的案件编号', 'Number of the new case', {
    words: text('由新证替换', 'Replace by a new licence'),
    party: text(
      '本证已由{mainCase}核发的新证替换。',
      'This licence is replaced by the one of {mainCase}.',
    ),
    fields: { applicationId, reason: field.longText('理由', 'Reason', 1000).shownTo('party') },
    sends: [handsOnSuspension],
    notify: enterprise,
  }),
}

/** From the service of the licence to its end. */
export const licenceActs = {
  ...changeActs,
  ...endings,
  'licence-expired': clockAct(
    '许可证有效期届满',
    'The licence has ended',
    text(
      '许可证有效期已届满；未按期申请延期的，不得继续经营。',
      'The licence has ended: you may not trade on, unless its renewal was applied for in time.',
    ),
    { sends: [handsOnAtItsEnd] },
  ),
  'bar-ended': barEnded,
}
