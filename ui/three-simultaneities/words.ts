// Which words do the screens of a construction project add?
import type { Text } from '../../domain/language/words.ts'

export const projectWords = {
  standing: { zh: '项目要点', en: 'Where the project stands' },
  authority: { zh: '审查机关', en: 'Authority' },
  withoutGround: { zh: '{place}（按登记情形分送）', en: '{place} (as the registration says)' },
  becauseOf: {
    zh: '{place}（登记情形：{grounds}）',
    en: '{place} (as the registration says: {grounds})',
  },
  corrected: { zh: '{place}（已更正：{reason}）', en: '{place} (corrected: {reason})' },
  accepted: { zh: '受理', en: 'Acceptance' },
  deemedAccepted: {
    zh: '逾期未告知，自收到材料之日起视为受理',
    en: 'No decision: deemed accepted from the day of receipt',
  },
  opinion: { zh: '安全条件意见书', en: 'Opinion on conditions' },
  opinionUntil: {
    zh: '有效期至 {date}，期内须开工',
    en: 'holds until {date}; construction begins by then',
  },
  opinionOver: {
    zh: '有效期 {date} 届满，待确认是否失效',
    en: 'ran out on {date}; a person says whether it is void',
  },
  trial: { zh: '试运行', en: 'Trial run' },
  trialUntil: { zh: '最长至 {date}', en: 'until {date} at most' },
  joint: { zh: '联合办理', en: 'Joint handling' },
  jointUntil: {
    zh: '{date} 前决定（许可法第四十二条第二款）',
    en: 'decided by {date} (Licensing Law art. 42(2))',
  },
  hearing: { zh: '听证', en: 'Hearing' },
  hearingAsk: { zh: '{date} 前可以申请', en: 'may be asked for until {date}' },
  hearingBy: { zh: '{date} 前组织', en: 'held by {date}' },
  barred: { zh: '再次申请', en: 'Applying again' },
  barredUntil: { zh: '{date}（含当日）前不得再次申请', en: 'not until {date}, that day included' },
  stepRegister: { zh: '登记', en: 'Registered' },
  stepConditions: { zh: '安全条件', en: 'Conditions' },
  stepDesign: { zh: '设计审查', en: 'Design' },
  stepBuild: { zh: '施工', en: 'Built' },
  stepTrial: { zh: '试运行', en: 'Tried out' },
  stepAccept: { zh: '竣工验收', en: 'Accepted' },
  stepUse: { zh: '投入使用', en: 'In use' },
  kindTip: {
    zh: '危险化学品生产、储存项目先申请安全条件审查，再申请安全设施设计审查；矿山、金属冶炼和其他危险物品项目直接申请设计审查。',
    en: 'Projects that produce or store hazardous chemicals have their conditions reviewed first and then the design; mines, smelters and other dangerous goods the design only.',
  },
  otherTip: {
    zh: '其他项目不需要审查，设计和竣工验收资料由建设单位存档备查（总局令第36号，条文待核实）。',
    en: 'Other projects are not reviewed; the builder keeps design and acceptance papers for inspection (Order 36, text to be confirmed).',
  },
  buildTip: {
    zh: '设计未经批准不得施工；规模、工艺、原料、设备变更或者降低安全性能的，须先申请变更设计审查。',
    en: 'Nothing is built before the design is approved; a change of scale, process, material or equipment, or one that lowers safety, is reviewed first.',
  },
  truthTip: {
    zh: '材料须真实：提供虚假材料的，一年内不得再次申请。',
    en: 'What you hand in must be true: false material bars a new application for a year.',
  },
  openOnly: { zh: '未办结', en: 'Open' },
  overdueOnly: { zh: '逾期', en: 'Overdue' },
  expiredOnly: { zh: '意见书届满', en: 'Opinion run out' },
  barredOnly: { zh: '限制申请', en: 'Barred' },
  closedOnly: { zh: '已办结', en: 'Closed' },
} satisfies Record<string, Text>
