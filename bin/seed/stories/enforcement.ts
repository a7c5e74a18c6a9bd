// Which enforcement cases does the demo tell of? One whose party has been told of a penalty and may ask for a hearing, and a penalty on the spot.
import { day, type Story } from '../script.ts'

export const enforcement: Story[] = [
  {
    key: 'enforcement-guards',
    process: 'enforcement-case',
    steps: [
      {
        when: [-20, 10],
        by: 'changshan.inspector1',
        act: 'propose-filing',
        data: {
          enterprise: 'e003',
          title: '未对安全设备进行经常性维护保养',
          partyKind: 'organisation',
          source: 'inspection',
          facts: '现场检查发现冲压车间三台设备防护装置失效，维护保养记录中断六个月。',
          basis: '《安全生产法》第三十六条第二款',
          discoveredOn: day(-21),
        },
      },
      {
        when: [-19, 10],
        by: 'changshan.leader',
        act: 'approve-filing',
        data: { opinion: '同意立案，请两名执法人员依法调查。' },
      },
      {
        when: [-16, 10],
        by: 'changshan.inspector1',
        act: 'record-evidence',
        data: {
          kind: 'inspection',
          takenOn: day(-16),
          content: '三台冲床光电保护装置被拆除，保养台账最后记录为六个月前。',
          certificates: ['浙常执法0001', '浙常执法0002'],
          recusalTold: true,
        },
      },
      {
        when: [-16, 11],
        by: 'changshan.inspector2',
        act: 'sign',
        data: { opinion: '情况属实。' },
      },
      {
        when: [-9, 10],
        by: 'changshan.inspector1',
        act: 'conclude-investigation',
        data: {
          findings: '现场检查笔录、照片和保养台账相互印证，违法事实清楚。',
          actEnded: day(-12),
          circumstances: [],
          advice: 'penalty',
          penalties: ['fine'],
          fine: 50_000,
          basis: '《安全生产法》第九十九条第三项',
        },
      },
      { when: [-9, 14], by: 'changshan.inspector2', act: 'sign', data: { opinion: '同意。' } },
      {
        when: [-7, 10],
        by: 'changshan.chief',
        act: 'approve-report',
        data: { opinion: '同意调查报告，请依法告知。' },
      },
      {
        when: [-5, 10],
        by: 'changshan.inspector1',
        act: 'notify-penalty',
        data: {
          facts: '三台冲床防护装置失效，未进行经常性维护保养。',
          reasons: '违反了对安全设备进行经常性维护、保养的规定。',
          basis: '《安全生产法》第九十九条第三项',
          planned: '罚款人民币五万元',
          cause: '示例-099-3',
          step: 'heavier',
        },
      },
      {
        when: [-2, 10],
        by: 'changshan.inspector1',
        act: 'serve-notice',
        data: { method: 'direct', servedOn: day(-2), receiver: '企业负责人' },
      },
    ],
  },
  {
    key: 'enforcement-on-the-spot',
    process: 'enforcement-case',
    steps: [
      {
        when: [-3, 10],
        by: 'changshan.inspector1',
        act: 'propose-filing',
        data: {
          procedure: 'on-the-spot',
          enterprise: 'e003',
          title: '作业场所安全警示标志缺失',
          partyKind: 'organisation',
          place: '冲压车间东门',
          facts: '冲压车间东门未设置安全警示标志，现场照片已存。',
          basis: '《安全生产法》第三十五条、第九十九条第一项',
        },
      },
      {
        when: [-3, 11],
        by: 'changshan.inspector1',
        act: 'tell-party',
        data: {
          facts: '冲压车间东门未设置安全警示标志。',
          basis: '《安全生产法》第三十五条、第九十九条第一项',
          cause: '示例-099-1',
          step: 'lighter',
          penalties: ['fine'],
          fine: 2_000,
          certificates: ['浙常执法0001', '浙常执法0002'],
          rightsTold: true,
          outcome: 'none',
        },
      },
      {
        when: [-3, 12],
        by: 'changshan.inspector1',
        act: 'punish-on-the-spot',
        data: {
          penalties: ['fine'],
          fine: 2_000,
          collection: 'bank',
          signature: 'signed',
          receiver: '车间负责人',
        },
      },
      { when: [-3, 13], by: 'changshan.inspector2', act: 'sign', data: { opinion: '情况属实。' } },
    ],
  },
]
