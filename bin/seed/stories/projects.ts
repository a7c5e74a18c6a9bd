// Which construction projects does the demo tell of? Just applied for, with the experts, being built, in its trial run.
import { necessaryPapers } from '../../../domain/three-simultaneities/applications.ts'
import type { Phase } from '../../../domain/three-simultaneities/regions/phase.ts'
import { day, type Moment, type Step, type Story } from '../script.ts'

type Project = { name: string; kind: string; nature: string; site: string; scale: string } & Record<
  string,
  unknown
>
const registered = (when: Moment, by: string, data: Project): Step => ({
  when,
  by,
  act: 'register',
  data: { agency: '浙西安全评价中心（虚构）', grounds: ['entrusted'], ...data },
})

type Office = { county: string; short: string; no: number }
const number = ({ short, no }: Office, sort: string) => `${short}应急${sort}〔2026〕${no}号`

const accepted = (office: Office, from: number, phase: Phase): Step => ({
  when: [from, 10],
  by: `${office.county}.clerk`,
  act: 'accept',
  data: {
    document: number(office, '受'),
    checklist: necessaryPapers(phase).map((item) => ({ item, passed: true })),
  },
})

/** An opinion of two reviewers, endorsed, decided on and served within three days. */
const decided = (office: Office, from: number, approves: string, findings: string): Step[] => [
  {
    when: [from, 14],
    by: `${office.county}.reviewer1`,
    act: 'submit-opinion',
    data: { advice: 'grant', findings, document: number(office, '意') },
  },
  { when: [from, 15], by: `${office.county}.reviewer2`, act: 'sign', data: { opinion: '同意。' } },
  {
    when: [from + 1, 9],
    by: `${office.county}.chief`,
    act: 'endorse',
    data: { opinion: '拟同意，请局领导审定。' },
  },
  {
    when: [from + 1, 15],
    by: `${office.county}.leader`,
    act: approves,
    data: { document: number(office, '审') },
  },
  {
    when: [from + 2, 10],
    by: `${office.county}.clerk`,
    act: 'serve-approval',
    data: { method: 'direct', servedOn: day(from + 2), receiver: '企业办事人员' },
  },
]

const design = (when: Moment, by: string, summary: string): Step => ({
  when,
  by,
  act: 'apply-design',
  data: { designer: '浙西化工设计院（甲级，虚构）', summary },
})

const onPaper = (office: Office, from: number): Step => ({
  when: [from, 10],
  by: `${office.county}.reviewer1`,
  act: 'waive-site-check',
  data: { reason: '图纸审查，安全条件已现场核查。' },
})

const kecheng = (no: number): Office => ({ county: 'kecheng', short: '柯', no })
const qujiang = (no: number): Office => ({ county: 'qujiang', short: '江', no })

export const projects: Story[] = [
  {
    key: 'project-in-trial',
    process: 'three-simultaneities',
    steps: [
      registered([-58, 9], 'e001.principal', {
        name: '电解铝熔铸车间改造',
        kind: 'smelting',
        nature: 'rebuilt',
        site: '厂区西侧',
        scale: '熔铸能力三万吨',
      }),
      design([-58, 10], 'e001.principal', '熔炼炉联锁、铝液紧急排放、冷却水应急供应。'),
      accepted(kecheng(11), -57, 'design'),
      onPaper(kecheng(11), -54),
      ...decided(kecheng(11), -54, 'approve-design', '设计符合规范。'),
      {
        when: [-50, 9],
        by: 'e001.principal',
        act: 'begin-construction',
        data: {
          startedOn: day(-50),
          contractor: '浙西建设集团（虚构）',
          supervisor: '衢江监理（虚构）',
        },
      },
      {
        when: [-20, 9],
        by: 'e001.principal',
        act: 'finish-construction',
        data: { trial: true, summary: '联锁、排放和供水设施与主体工程同时完工。' },
      },
      {
        when: [-18, 9],
        by: 'e001.principal',
        act: 'begin-trial',
        data: { from: day(-18), until: day(60), plan: '先单炉、后双炉，专人值守。' },
      },
    ],
  },
  {
    key: 'project-with-experts',
    process: 'three-simultaneities',
    steps: [
      registered([-24, 9], 'e002.principal', {
        name: '年产两万吨氟化氢项目',
        kind: 'hazchem',
        nature: 'new',
        site: '化工园区三号地块',
        scale: '两条生产线，储罐区四座',
      }),
      {
        when: [-24, 10],
        by: 'e002.principal',
        act: 'apply-conditions',
        data: {
          agency: '浙西安全评价中心（甲级，虚构）',
          surroundings: '园区内，最近居民点一千二百米。',
        },
      },
      accepted(qujiang(12), -22, 'conditions'),
      {
        when: [-17, 9],
        by: 'qujiang.reviewer1',
        act: 'begin-expert-review',
        data: {
          reason: '氟化工艺和储罐区安全距离',
          until: day(7),
          toldOn: day(-18),
          document: number(qujiang(12), '评'),
        },
      },
    ],
  },
  {
    key: 'project-in-change',
    process: 'three-simultaneities',
    steps: [
      registered([-52, 9], 'e008.principal', {
        name: '石灰石矿山扩建',
        kind: 'mine',
        nature: 'extended',
        site: '城北矿区',
        scale: '年采六十万吨',
      }),
      design([-52, 10], 'e008.principal', '边坡监测、截排水、爆破安全距离。'),
      accepted(kecheng(13), -51, 'design'),
      onPaper(kecheng(13), -48),
      ...decided(kecheng(13), -48, 'approve-design', '设计符合规程。'),
      {
        when: [-44, 9],
        by: 'e008.principal',
        act: 'begin-construction',
        data: { startedOn: day(-44), contractor: '浙西矿建（虚构）' },
      },
      {
        when: [-3, 9],
        by: 'e008.principal',
        act: 'apply-change',
        data: {
          what: ['process', 'scale'],
          description: '开采台阶高度由十米改为十二米。',
          designer: '浙西矿山设计院（甲级，虚构）',
        },
      },
      accepted(kecheng(13), -2, 'change'),
    ],
  },
  {
    key: 'project-received',
    process: 'three-simultaneities',
    steps: [
      registered({ hoursAgo: 30 }, 'e001.principal', {
        name: '甲醇储罐区新建',
        kind: 'hazchem',
        nature: 'new',
        site: '厂区北侧',
        scale: '五百立方米储罐两座',
      }),
      {
        when: { hoursAgo: 29 },
        by: 'e001.principal',
        act: 'apply-conditions',
        data: {
          agency: '浙西安全评价中心（甲级，虚构）',
          surroundings: '厂区内，与相邻企业间距二百米。',
        },
      },
    ],
  },
]
