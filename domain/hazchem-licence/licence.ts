// What do the acts ask for that happen to a licence in force, and how does a bar on applying end?
import * as v from 'valibot'
import { type Text, text } from '../language/words.ts'
import { clerk, enterprise, leader, principal, reviewers, safetyOfficer, sectionChief } from '../licensing/addresses.ts'
import { annulment } from '../licensing/decision.ts'
import { caseNumber } from '../licensing/fields.ts'
import { ofTheClock } from '../licensing/service.ts'
import { civilDate, documentField, documentNumber, field, keysOf, opinion, opinionField, words } from '../model/fields.ts'
import type { EventDefinition } from '../model/process.ts'
import { changes } from './application.ts'
import { documents } from './documents.ts'

const caseField = (zh: string, en: string) =>
  field('mainCase', 'text', zh, en, { hint: text('例如 衢柯经营〔2026〕0012号', 'As printed on that case') })

const changesInHand = {
  'note-change': {
    words: text('登记变更情况', 'Note a change'),
    party: text('已登记{changedOn}的变更，请在期限内申请变更。', 'The change of {changedOn} is noted: please apply for it in time.'),
    schema: v.strictObject({ what: v.picklist(keysOf(changes)), changedOn: civilDate, note: v.optional(words(1000)) }),
    fields: [
      field('what', 'choice', '变更事项', 'What has changed', { choices: changes }),
      field('changedOn', 'date', '变更日期', 'Changed on', {
        hint: text('储存设施新改扩建的填竣工验收合格日期', 'For new storage the day on which it passed acceptance'),
      }),
      field('note', 'long-text', '说明', 'Note', { required: false }),
    ],
    by: [...enterprise, reviewers, clerk],
    audience: 'party',
    show: { party: ['what', 'changedOn', 'note'], public: [] },
    notify: enterprise,
  },
  'note-filing': {
    words: text('登记已申请变更', 'Note that the change was applied for'),
    party: text('变更申请已提出，编号{mainCase}。', 'The change was applied for as {mainCase}.'),
    schema: v.strictObject({ mainCase: caseNumber }),
    fields: [caseField('变更申请编号', 'Number of the application')],
    by: [principal, safetyOfficer, clerk],
    audience: 'party',
    show: { party: ['mainCase'], public: [] },
    refersTo: 'mainCase',
    linked: true,
  },
  'note-renewal': {
    words: text('登记已申请延期', 'Note that the renewal was applied for'),
    party: text('延期申请已提出，编号{mainCase}。', 'The renewal was applied for as {mainCase}.'),
    schema: v.strictObject({ mainCase: caseNumber }),
    fields: [caseField('延期申请编号', 'Number of the application')],
    by: [principal, safetyOfficer, clerk],
    audience: 'party',
    show: { party: ['mainCase'], public: [] },
    refersTo: 'mainCase',
    linked: true,
  },
  'note-renewed': {
    words: text('登记延期已获准', 'Note that it is renewed'),
    party: text('延期已获准（{mainCase}），届满时由新证接续。', 'It is renewed ({mainCase}): the new licence goes on where this one ends.'),
    schema: v.strictObject({ mainCase: caseNumber }),
    fields: [caseField('延期申请编号', 'Number of the application')],
    by: [clerk],
    audience: 'party',
    show: { party: ['mainCase'], public: [] },
    refersTo: 'mainCase',
    linked: true,
  },
} satisfies Record<string, EventDefinition>

/** 许可法 70. */
const cancelGrounds = {
  request: text('被许可人申请注销', 'Its holder asks for it'),
  ended: text('企业依法终止', 'The enterprise has ended'),
  'not-renewed': text('有效期届满未延续', 'It ended and was not renewed'),
  impossible: text('因不可抗力无法实施', 'Force majeure makes it void'),
  other: text('法律、法规规定的其他情形', 'Another ground of law'),
} as const satisfies Record<string, Text>

const cancel: EventDefinition = {
  words: text('注销许可证', 'Cancel the licence'),
  party: text('许可证已注销（{document}）。', 'The licence is cancelled ({document}).'),
  schema: v.strictObject({
    ground: v.picklist(keysOf(cancelGrounds)),
    reason: words(2000),
    document: documentNumber,
    publicSummary: words(1000),
    opinion,
  }),
  fields: [
    field('ground', 'choice', '情形', 'Ground', { choices: cancelGrounds }),
    field('reason', 'long-text', '理由', 'Reason'),
    documentField(documents['cancel-licence']),
    field('publicSummary', 'long-text', '注销公告', 'Public notice', { hint: text('向社会公开', 'Read by everybody') }),
    opinionField,
  ],
  by: [leader],
  audience: 'public',
  show: { party: ['ground', 'reason', 'document', 'publicSummary'], public: ['publicSummary'] },
  publishes: true,
  consequence: {
    effect: text('许可证失效并公告，企业不得继续经营。', 'The licence is void and this is published; the enterprise may not trade on.'),
    article: '《行政许可法》第七十条',
  },
  notify: enterprise,
  linked: true,
}

const revoke: EventDefinition = {
  words: text('吊销许可证', 'Revoke the licence'),
  party: text('许可证已被吊销（{document}）。', 'The licence is revoked ({document}).'),
  schema: v.strictObject({ reason: words(2000), remedies: words(1000), document: documentNumber, opinion }),
  fields: [
    field('reason', 'long-text', '理由', 'Reason'),
    field('remedies', 'long-text', '救济途径和期限', 'Remedies and their periods'),
    documentField(documents['revoke-licence']),
    opinionField,
  ],
  by: [leader],
  audience: 'party',
  show: { party: ['reason', 'remedies', 'document'], public: [] },
  consequence: {
    effect: text(
      '许可证失效；吊销是行政处罚，须依处罚决定作出。',
      'The licence is void; this is a penalty and rests on a penalty decision.',
    ),
    article: '《行政处罚法》（2021）第九条、《行政许可法》第七十条',
  },
  notify: enterprise,
  linked: true,
}

const annul: EventDefinition = {
  ...annulment(
    {
      words: text('撤销许可', 'Annul the licence'),
      party: text('许可已被撤销（{document}）。', 'The licence is annulled ({document}).'),
      document: documents['annul-licence'],
      effect: text(
        '许可证失效；骗取的，三年内不得再次申请。',
        'The licence is void; obtained by fraud, there is no new application for three years.',
      ),
      article: '《行政许可法》第六十九条、第七十九条',
    },
    '发证机关',
  ),
  linked: true,
}

const replace: EventDefinition = {
  words: text('由新证替换', 'Replace by a new licence'),
  party: text('本证已由{mainCase}核发的新证替换。', 'This licence is replaced by the one of {mainCase}.'),
  schema: v.strictObject({ mainCase: caseNumber, reason: words(1000) }),
  fields: [caseField('新证的案件编号', 'Number of the new case'), field('reason', 'long-text', '理由', 'Reason')],
  by: [clerk, sectionChief],
  audience: 'party',
  show: { party: ['mainCase', 'reason'], public: [] },
  refersTo: 'mainCase',
  notify: enterprise,
  linked: true,
}

export const licenceEvents = {
  ...changesInHand,
  'cancel-licence': cancel,
  'revoke-licence': revoke,
  'annul-licence': annul,
  'replace-licence': replace,
  'licence-expired': ofTheClock(
    '许可证有效期届满',
    'The licence has ended',
    text(
      '许可证有效期已届满；未按期申请延期的，不得继续经营。',
      'The licence has ended: you may not trade on, unless its renewal was applied for in time.',
    ),
  ),
  'bar-ended': ofTheClock('再次申请限制届满', 'The bar has ended', text('不得再次申请的期限已届满。', 'You may apply again.')),
} satisfies Record<string, EventDefinition>
