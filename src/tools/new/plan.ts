import { todo, todoId, type TemplateContext } from './context.ts';

const topicHint = ({ topics }: TemplateContext) => topics.map(({ id, short }) => `${id} ${short}`).join('，');

/** A study plan: one YAML file that holds a list of one. */
export const planTemplate = (context: TemplateContext): string => `# 学习方案。填好每一处〔待写：…〕，运行 npm run lint。以 # 开头的行是说明，可留可删。
- id: ${context.id}
  title: ${todo('方案的名称')}
  # 8到90字
  summary: ${todo('一两句话：谁用、用多长时间、学什么')}
  # 总分钟数，等于各步之和
  minutes: 60
  audience: ${todo('给谁用，多少人')}
  # ${topicHint(context)}
  topics: [${context.topics[0]?.id ?? todoId}]
  order: ${context.order}
  updated: '${context.today}'
  # 一到四条
  aims:
    - ${todo('学完能做到什么')}
  # 会前准备
  prepare:
    - ${todo('谁、提前几天、准备什么')}
  # 步骤，至少两步
  agenda:
    - minutes: 20
      title: ${todo('第一步的名称')}
      how: ${todo('这一步大家做什么，一到三句')}
      # 主持人、领读人、全体
      lead: 主持人
      # 跨几天、几周的方案写 when
      # when: 第一周
      # 要读的东西，kind：lesson case essay quote form；part 写第几段
      # items:
      #   - {kind: case, id: xiadang, part: 第3—12段, note: 请一位同志念}
      # 讨论题
      # questions:
      #   - 下一次下去，先找哪三户？为什么是他们？
      # 只给主持人看：冷场怎么办，希望听到什么
      # hints:
      #   - 没有人开口，就请去过现场的人先讲
      # expect:
      #   - 说出具体的人和日子
    - minutes: 40
      title: ${todo('第二步的名称')}
      how: ${todo('这一步大家做什么')}
      lead: 全体
  # 要发的表，工具表单的编号
  # forms: [${todoId}]
  # 会后要做的事
  # after:
  #   - 三天内把会上说定的事贴出来
`;
