// Which inspections does the demo tell of? One with two orders open, each with a day of its own, and one that its enterprise has been told of.
import { day, type Story } from '../script.ts'

const officers = ['浙常执法0001', '浙常执法0002']
const met = Object.fromEntries(
  [
    'responsibility',
    'responsibilityChecked',
    'specialWorkers',
    'warningSigns',
    'equipment',
    'hazardLedger',
    'emergencyPlan',
  ].map((question) => [question, 'yes']),
)

export const inspections: Story[] = [
  {
    key: 'inspection-followed',
    process: 'administrative-inspection',
    steps: [
      {
        when: [-14, 9],
        by: 'changshan.inspector1',
        act: 'plan-inspection',
        data: {
          enterprise: 'e003',
          title: '年度计划检查',
          ground: 'planned',
          checklist: 'general',
          scope: '抽查安全生产责任制、教育培训、特种作业人员和设备维护，现场查看冲压车间。',
          plannedOn: day(-10),
        },
      },
      { when: [-14, 15], by: 'changshan.leader', act: 'approve-inspection', data: {} },
      {
        when: [-13, 9],
        by: 'changshan.inspector1',
        act: 'issue-notice',
        data: {
          plannedOn: day(-10),
          content: '安全生产责任制、教育培训、特种作业人员和设备维护。',
          prepare: '安全培训档案、特种作业人员证件、设备保养台账。',
        },
      },
      {
        when: [-10, 9],
        by: 'changshan.inspector1',
        act: 'begin-inspection',
        data: { certificates: officers, identityShown: true, receiver: '企业安全负责人' },
      },
      {
        when: [-10, 11],
        by: 'changshan.inspector1',
        act: 'record-inspection',
        photos: [2],
        data: {
          ...met,
          training: 'no',
          trainingFiles: 'yes',
          equipment: 'no',
          equipmentDisabled: 'yes',
          situation:
            '冲压车间三名新员工没有岗前培训考核记录；三号冲床光电保护装置失效。其余项目符合要求。',
          certificates: officers,
          signature: 'signed',
          receiver: '企业安全负责人',
        },
      },
      { when: [-10, 12], by: 'changshan.inspector2', act: 'sign', data: {} },
      {
        when: [-10, 14],
        by: 'changshan.inspector1',
        act: 'order-correction',
        data: {
          findings: ['training'],
          requirements: '对三名新员工进行三级安全教育并考核合格，报送培训档案。',
          correctBy: day(5),
          receiver: '企业安全负责人',
        },
      },
      {
        when: [-10, 15],
        by: 'changshan.inspector1',
        act: 'take-measures',
        data: {
          findings: ['equipment'],
          measure: '停止使用三号冲床。',
          requirements: '修复光电保护装置并经检测合格，未经复查同意不得启用。',
          correctBy: day(1),
          receiver: '企业安全负责人',
        },
      },
    ],
  },
  {
    key: 'inspection-announced',
    process: 'administrative-inspection',
    steps: [
      {
        when: [-3, 9],
        by: 'kecheng.inspector1',
        act: 'plan-inspection',
        data: {
          enterprise: 'e001',
          title: '危险化学品企业专项检查',
          ground: 'planned',
          checklist: 'hazchem',
          scope: '重大危险源、危险化学品储存、气体报警装置和动火作业。',
          plannedOn: day(4),
        },
      },
      { when: [-3, 14], by: 'kecheng.leader', act: 'approve-inspection', data: {} },
      {
        when: [-2, 9],
        by: 'kecheng.inspector1',
        act: 'issue-notice',
        data: {
          plannedOn: day(4),
          content: '重大危险源、危险化学品储存、气体报警装置和动火作业。',
        },
      },
    ],
  },
]
